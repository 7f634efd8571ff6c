import { provesExamplesOn } from './healthy';

provesExamplesOn('ministack');
