import { flowsOn } from './flows-on';

flowsOn('ministack');
