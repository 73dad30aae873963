/** body */
export const bodyStyle = ``;
