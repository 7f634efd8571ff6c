import { told } from '../../engine/unjudged';

/** A parameter as the database APIs give it. */
export interface EngineParameter {
  ParameterName?: string;
  ParameterValue?: string;
}

/** Parameters that have a value; for the others the engine decides. */
export function setValues(parameters: readonly EngineParameter[]): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ ParameterName, ParameterValue }) =>
      ParameterValue === undefined ? [] : [[told(ParameterName, 'Parameters[].ParameterName'), ParameterValue]],
    ),
  );
}
