import { judgeOn } from './judge-on';

judgeOn('moto');
