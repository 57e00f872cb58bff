#!/usr/bin/env node
import "./require-node.js";
import { useCache } from "./cache.js";
import { load } from "./load.js";

useCache(process.env);
const { main } = await load("cli");
process.exitCode = await main(process.argv.slice(2), process);
