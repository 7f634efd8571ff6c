import { flowsOn } from './flows-on';

flowsOn('moto');
