import { expect, test } from 'vitest';
import { createWindowEnds } from '../../src/intercom/window-end.ts';

const windowMs = 10_000;

test('whatever clocks say, a window is over one length after its first answer', () => {
  const ends = createWindowEnds(windowMs);
  expect(ends.of(9_999_999_000, 50_000)).toEqual({ worthATry: 60_000, sure: 60_000 });
});

test('before a second window was seen, a header that makes sense on our clock is worth a try', () => {
  const ends = createWindowEnds(windowMs);
  expect(ends.of(54_000, 50_000)).toEqual({ worthATry: 54_000, sure: 60_000 });
});

test('on a grid, one crossing tells the next end, whatever the distance of the clocks', () => {
  const ends = createWindowEnds(windowMs);
  // Intercom's clock is 1,000,000 ms ahead and its windows end at full tens of seconds: ours at 50,000, 60,000 …
  ends.learn(1_060_000, 57_000, 57_200);
  ends.crossed();
  ends.learn(1_070_000, 60_100, 60_300);
  // The answer came 300 ms into the window: it ends 300 ms earlier than ten seconds after that answer, at most.
  expect(ends.of(1_070_000, 60_300).worthATry).toBe(70_300);
  ends.crossed();
  ends.learn(1_080_000, 70_900, 71_100);
  expect(ends.of(1_080_000, 71_100)).toEqual({ worthATry: 80_300, sure: 81_100 });
});

test('one contradiction, and there is no grid', () => {
  const ends = createWindowEnds(windowMs);
  ends.learn(60_000, 50_000, 50_100);
  ends.crossed();
  // Begun by a request at 63,000, not at a multiple of the length.
  ends.learn(73_000, 63_000, 63_100);
  ends.learn(73_000, 72_950, 72_960);
  ends.crossed();
  ends.learn(83_900, 73_100, 73_200);
  ends.learn(84_000, 75_000, 75_100);
  ends.learn(83_000, 83_050, 83_060);
  expect(ends.of(84_000, 75_100)).toEqual({ worthATry: 85_100, sure: 85_100 });
});
