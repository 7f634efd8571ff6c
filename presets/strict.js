// For the stage after a deployment: what is not deployed is a failure, and so is a run that judged nothing.
module.exports = require('../dist/src/jest/preset').preset({ missing: 'fail' });
