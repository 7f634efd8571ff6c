// @ts-check
/** Installs the npm packages when they are missing, and compiles the package into dist/. */
const { build, ensurePackages } = require('./install');

ensurePackages();
build();
