import { stale } from '../../scripts/docs';

test('the pages made from the catalogs are up to date: run npm run docs', () => {
  const { differing, left } = stale();
  expect([...differing, ...left]).toEqual([]);
});
