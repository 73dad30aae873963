import { setV8Option } from '../use-cases/v8-option.ts';

export { growNoMore } from '../use-cases/v8-option.ts';

/**
 * Bytes of bytecode that a function runs before it is optimised: fifteen times as many as by itself. Optimising took a third of
 * a first check's processor time, on the core that a second thread could have used, and every thread does it anew.
 */
const budget = 2_000_000;

/**
 * Lets the whole process, its threads too, optimise only what runs long, and the room for what is new grow while the program
 * is loaded: `growNoMore` ends that. Called before anything else is done.
 */
export function tuneAtStart(): void {
  setV8Option(`--interrupt-budget=${budget}`);
  setV8Option('--semi-space-growth-factor=4');
}
