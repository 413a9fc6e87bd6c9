import { describe, expect, test } from "vitest";

import { createKeyReader, type Pressed } from "~/browser/composer/shortcut-table";

const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false, repeat: false };

function keyboard() {
  let clock = 0;
  const read = createKeyReader(() => clock);
  return {
    press: (key: string, more: Partial<Pressed> = {}) => read({ ...plain, key, ...more }),
    wait(ms: number) {
      clock += ms;
    },
  };
}

describe("keys that act alone", () => {
  test.each([
    ["/", { act: "search" }],
    ["?", { act: "help" }],
    ["j", { act: "next" }],
    ["k", { act: "previous" }],
    ["o", { act: "open" }],
    ["r", { act: "reply" }],
    ["q", { act: "quote" }],
    ["c", { act: "press", key: "c", of: "page" }],
    ["e", { act: "press", key: "e", of: "post" }],
    ["b", { act: "press", key: "b", of: "post" }],
    ["l", { act: "press", key: "l", of: "post" }],
    ["!", { act: "press", key: "!", of: "post" }],
  ])("%s", (key, wish) => {
    expect(keyboard().press(key)).toEqual(wish);
  });

  test("signs may need Shift, letters never do; what Caps Lock makes large is the same letter", () => {
    expect(keyboard().press("?", { shiftKey: true })).toEqual({ act: "help" });
    expect(keyboard().press("J", { shiftKey: true })).toBeNull();
    expect(keyboard().press("J")).toEqual({ act: "next" });
  });

  test("with a modifier, or while a letter is being composed, nothing happens", () => {
    const { press } = keyboard();
    expect([press("b", { ctrlKey: true }), press("b", { metaKey: true }), press("b", { altKey: true })]).toEqual([null, null, null]);
    expect(press("e", { isComposing: true })).toBeNull();
    expect(press("Enter")).toBeNull();
  });

  test("a key that is held down moves on, but acts once", () => {
    expect(keyboard().press("j", { repeat: true })).toEqual({ act: "next" });
    expect(keyboard().press("l", { repeat: true })).toBeNull();
  });
});

describe("keys in a row", () => {
  test("g leads to a place, m says how closely to follow", () => {
    const { press } = keyboard();
    expect([press("g"), press("b")]).toEqual([null, { act: "go", to: "b" }]);
    expect([press("m"), press("r")]).toEqual([null, { act: "follow", level: "NORMAL" }]);
    expect([press("m"), press("m")]).toEqual([null, { act: "follow", level: "MUTED" }]);
    expect([press("m"), press("t")]).toEqual([null, { act: "follow", level: "TRACKING" }]);
    expect([press("m"), press("w")]).toEqual([null, { act: "follow", level: "WATCHING" }]);
  });

  test("on the way to a second key one may press Shift", () => {
    const { press } = keyboard();
    expect([press("g"), press("Shift"), press("h")]).toEqual([null, null, { act: "go", to: "h" }]);
  });

  test("after a pause, or behind another key, the second one stands alone", () => {
    const { press, wait } = keyboard();
    press("g");
    wait(2_000);
    expect(press("b")).toEqual({ act: "press", key: "b", of: "post" });
    press("g");
    expect(press("x")).toBeNull();
    expect(press("b")).toEqual({ act: "press", key: "b", of: "post" });
  });
});
