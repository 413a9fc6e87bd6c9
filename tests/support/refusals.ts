/** 200 where a verb did its work, or else the status with which it was refused. Anything else that was thrown is thrown on. */
export const status = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (refusal: unknown) => {
      if (!(refusal instanceof Response)) throw refusal;
      return refusal.status;
    },
  );

/** With which status and words a verb refused. Anything else that was thrown is thrown on. */
export const refusal = (work: Promise<unknown>): Promise<[number, string]> =>
  work.then(
    () => [200, ""],
    async (response: unknown) => {
      if (!(response instanceof Response)) throw response;
      return [response.status, await response.text()];
    },
  );
