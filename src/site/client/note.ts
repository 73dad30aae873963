/** Tells a screen reader something, without moving the focus. */
export function say(text: string): void {
  const note = document.getElementById('note');
  if (note !== null) note.textContent = text;
}

/** Tells everybody something that stays on the page until it is taken back with an empty text. */
export function warn(text: string): void {
  const note = document.getElementById('note');
  if (note === null) return;
  note.classList.toggle('sr', text === '');
  note.classList.toggle('toast', text !== '');
  note.textContent = text;
}
