import { describe, expect, it } from "@jest/globals";
import { calibrate } from "./calibration.ts";
import type { Rated } from "./calibration.ts";

function rated(confidence: number, right: number, wrong: number): Rated[] {
  return Array.from({ length: right + wrong }, (_, at) => ({ confidence, isExpected: at < right }));
}

describe("calibrate", () => {
  it("has nothing to say without candidates", () => {
    expect(calibrate([])).toBeNull();
  });

  it("finds no bias in a confidence that is right as often as it says", () => {
    const found = calibrate([...rated(0.9, 90, 10), ...rated(0.5, 50, 50)]);
    expect(found?.bias).toBeCloseTo(0);
    expect(found?.brier).toBeCloseTo(0.17);
  });

  it("fits a mapping that is closer to the outcome than a confidence that promises too much", () => {
    const found = calibrate([...rated(0.9, 60, 40), ...rated(0.6, 10, 90)]);
    expect(found?.bias).toBeCloseTo(0.4);
    expect(found?.fit.slope).toBeGreaterThan(0);
    expect(found?.fit.brier).toBeCloseTo(0.165, 2);
  });

  it("stays finite where right and wrong candidates do not overlap", () => {
    const found = calibrate([...rated(0.95, 100, 0), ...rated(0.3, 0, 20)]);
    expect(found?.fit.brier).toBeLessThan(0.01);
  });
});
