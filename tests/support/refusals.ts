/** 200 where a verb did its work, or else the status with which it was refused. Anything else that was thrown is thrown on. */
export const status = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (refusal: unknown) => {
      if (!(refusal instanceof Response)) throw refusal;
      return refusal.status;
    },
  );
