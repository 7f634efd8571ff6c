import { judgeOn } from './judge-on';

judgeOn('ministack');
