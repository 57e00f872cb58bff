#!/usr/bin/env node
import "./require-node.js";
import { load } from "./load.js";

const { main } = await load("cli");
process.exitCode = await main(process.argv.slice(2), process);
