// Imported first by every entry point: plain JavaScript that old versions of Node can still run.
const needed = 24;
const found = process.versions.node;

if (Number.parseInt(found, 10) < needed) {
  console.error(
    `Signpost needs Node ${needed} or newer, this is ${found}: start it through npm (npm start, npm run demo, npm test), which uses the Node that "npm ci" installed.`,
  );
  process.exit(1);
}
