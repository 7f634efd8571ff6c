import { provesExamplesOn } from './healthy';

provesExamplesOn('moto');
