import stackproofOutputs from './dist/src/outputs/index.js';

export const { discover, OutputsError, parseOutputs, readOutputs } = stackproofOutputs;
export default stackproofOutputs;
