/** Whether an address is one of a picture, by its ending: also of a kind that Intercom does not take, which is said later. */
export function isPictureAddress(address: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[?#].*)?$/i.test(address);
}
