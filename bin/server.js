#!/usr/bin/env node
import "./require-node.js";
import { load } from "./load.js";

const { main } = await load("main");
await main(process.env);
