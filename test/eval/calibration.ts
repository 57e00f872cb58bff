/** A candidate as the calibration sees it. */
export interface Rated {
  /** Above 0 and below 1. */
  confidence: number;
  isExpected: boolean;
}

/** How well confidence tells right candidates from wrong ones, and what a fitted mapping would do. */
export interface Calibration {
  /** Mean confidence less the share that is right; negative where the confidence is too modest. */
  bias: number;
  /** Mean squared difference between confidence and outcome; 0 is best. */
  brier: number;
  /** Of `1 / (1 + e^-(intercept + slope * points))`, with `points = -ln(1 - confidence)`. */
  fit: { intercept: number; slope: number; brier: number };
}

/** Keeps the fit finite where right and wrong candidates do not overlap. */
const ridge = 0.05;
const steps = 50;

/** Measures the confidence of candidates and fits a logistic mapping to them; `null` without candidates. */
export function calibrate(rated: readonly Rated[]): Calibration | null {
  if (rated.length === 0) return null;
  const samples = rated.map(({ confidence, isExpected }) => ({
    points: -Math.log(1 - confidence),
    outcome: Number(isExpected),
    confidence,
  }));
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const { intercept, slope } = fitLogistic(samples);
  return {
    bias: mean(({ confidence, outcome }) => confidence - outcome),
    brier: mean(({ confidence, outcome }) => (confidence - outcome) ** 2),
    fit: {
      intercept,
      slope,
      brier: mean(({ points, outcome }) => (logistic(intercept + slope * points) - outcome) ** 2),
    },
  };
}

interface Sample {
  points: number;
  outcome: number;
  confidence: number;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Newton's method on the penalized log likelihood. */
function fitLogistic(samples: readonly Sample[]): { intercept: number; slope: number } {
  let intercept = 0;
  let slope = 0;
  for (let step = 0; step < steps; step++) {
    let [first, second] = [-ridge * intercept, -ridge * slope];
    let [a, b, c] = [ridge, 0, ridge];
    for (const { points, outcome } of samples) {
      const chance = logistic(intercept + slope * points);
      const weight = chance * (1 - chance);
      first += outcome - chance;
      second += (outcome - chance) * points;
      a += weight;
      b += weight * points;
      c += weight * points * points;
    }
    const determinant = a * c - b * b;
    intercept += (c * first - b * second) / determinant;
    slope += (a * second - b * first) / determinant;
  }
  return { intercept, slope };
}
