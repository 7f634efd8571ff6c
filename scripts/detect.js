// @ts-check
/** `npm run detect`: installs and builds what is missing, then runs examples/detect.js with the same arguments. */
const { prepare } = require('./install');

prepare().then(
  () => {
    require('../examples/detect');
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  },
);
