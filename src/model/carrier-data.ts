/** Whether a text can be the data of a block that only Intercom can show: base64, of either alphabet. */
export function isCarrierData(data: string): boolean {
  return /^[\w+/-]+={0,2}$/.test(data);
}
