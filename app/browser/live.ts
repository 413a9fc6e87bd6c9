// What is new comes in by itself, on pages that have something live. A few lines; every page works without them.
// The server tells that something changed, never what: the page is then asked for again, and its pieces are put in place.
export {};

const NEWS_SOON_MS = 400;
const PAUSE_MS = { thread: 1_000, lists: 5_000, own: 2_000 };
const AGAIN_AFTER_MS = 15_000;
const TRIES = 6;
const REPORT_EVERY_MS = 30_000;
const FIRST_REPORT_MS = 3_000;
const IDLE_AFTER_MS = 120_000;

const root = document.getElementById("live");
const place = document.querySelector<HTMLElement>("[data-live]");

if (root && place) {
  const words = JSON.parse(root.dataset.words ?? "{}") as Record<string, string>;
  const thread = place.dataset.thread;
  const kind = thread ? "thread" : place.dataset.live === "lists" ? "lists" : "own";
  const voice = document.createElement("p");
  voice.className = "live-word";
  voice.setAttribute("role", "status");
  root.append(voice);
  if ("EventSource" in window) hear(root.dataset.address ?? "", words, voice, kind, thread);
  if (root.dataset.reading) tellHowFar(root.dataset.reading);
}

type Kind = keyof typeof PAUSE_MS;

function hear(address: string, words: Record<string, string>, voice: HTMLElement, kind: Kind, thread: string | undefined) {
  const drawn = new Map<Element, string>();
  let source: EventSource | null = null;
  let failures = 0;
  let hasOpened = false;
  let isBusy = false;
  let isDue = false;

  for (const piece of pieces(document)) drawn.set(piece, piece.outerHTML);
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : reopen()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => persisted && reopen());
  open();

  function open() {
    if (source || document.hidden) return;
    source = new EventSource(`${address}?${thread ? `thread=${thread}` : `${kind}=1`}`);
    source.onopen = () => {
      failures = 0;
      if (hasOpened) ask(); // what came while it was away
      hasOpened = true;
    };
    source.onmessage = ask;
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      close();
      failures += 1;
      if (failures < TRIES) setTimeout(open, AGAIN_AFTER_MS * 2 ** failures * Math.random());
    };
  }

  function close() {
    source?.close();
    source = null;
  }

  function reopen() {
    open();
    if (hasOpened) ask();
  }

  /** One question at a time, a moment later, so that not everyone asks at once. */
  function ask() {
    if (isBusy) {
      isDue = true;
      return;
    }
    isBusy = true;
    isDue = false;
    setTimeout(async () => {
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok && !answer.redirected) put(new DOMParser().parseFromString(await answer.text(), "text/html"));
      } catch {} // next time
      setTimeout(() => {
        isBusy = false;
        if (isDue && !document.hidden) ask();
      }, PAUSE_MS[kind]);
    }, Math.random() * NEWS_SOON_MS);
  }

  function put(page: Document) {
    const rang = countOf(page) > countOf(document);
    for (const id of ["bell", "thread-pager", "thread-counts", "notifications", "notification-tools"]) {
      const [mine, theirs] = [document.getElementById(id), page.getElementById(id)];
      if (mine && theirs && mine.outerHTML !== theirs.outerHTML && isFree(mine)) mine.replaceWith(theirs);
    }
    const news = kind === "thread" ? putPosts(page) : kind === "lists" ? putRows(page) : null;
    if (news) say(news);
    else if (rang) say(words.bell ?? "");
  }

  /** Posts that came are put at the end, those that changed in their place, those that went away are taken out. */
  function putPosts(page: Document): Node | null {
    const [here, there] = [document.querySelector<HTMLElement>(".thread"), page.querySelector<HTMLElement>(".thread")];
    const list = document.querySelector(".post-list");
    if (!here || !there || !list) return null;
    const came: Element[] = [];
    const stays = new Set<string>();
    for (const post of [...pieces(page)]) {
      stays.add(post.id);
      const mine = document.getElementById(post.id);
      if (mine) change(mine, post);
      else {
        drawn.set(post, post.outerHTML);
        list.append(post);
        if (!post.matches("[data-own]")) came.push(post);
      }
    }
    for (const mine of pieces(document)) if (!stays.has(mine.id) && isFree(mine)) mine.remove();
    const goesOn = Number(there.dataset.pages) > Number(here.dataset.pages);
    for (const name of ["last", "pages"]) here.dataset[name] = there.dataset[name] ?? "";
    document.dispatchEvent(new Event("portal:drawn"));

    const first = came[0];
    if (first) return link(`#${first.id}`, counted("reply", "replies", came.length));
    const next = document.querySelector<HTMLAnchorElement>("#thread-pager [rel=next]");
    return goesOn && next ? link(next.href, words.further ?? "") : null;
  }

  /** Rows that changed are put in place; those that came wait until they are asked for. */
  function putRows(page: Document): Node | null {
    const [here, there] = [document.querySelector("[data-live=lists]"), page.querySelector("[data-live=lists]")];
    if (!here || !there) return null;
    const mine = new Map([...pieces(document)].map((row) => [row.getAttribute("data-thread"), row]));
    let came = 0;
    for (const row of [...pieces(page)]) {
      const same = mine.get(row.getAttribute("data-thread"));
      if (same) change(same, row.cloneNode(true) as Element);
      else came += 1;
    }
    if (came === 0) return null;
    const show = link(location.href, counted("thread", "threads", came));
    show.addEventListener("click", (event) => {
      event.preventDefault();
      here.replaceWith(there);
      say("");
      for (const piece of pieces(document)) drawn.set(piece, piece.outerHTML);
      there.setAttribute("tabindex", "-1");
      (there as HTMLElement).focus();
    });
    return show;
  }

  /** What someone is at is left as it is. Other scripts may have changed a piece: what the server drew is compared with what it drew before. */
  function change(mine: Element, theirs: Element) {
    const now = theirs.outerHTML;
    if (drawn.get(mine) === now || !isFree(mine)) return;
    drawn.delete(mine);
    drawn.set(theirs, now);
    mine.replaceWith(theirs);
  }

  function say(news: Node | string) {
    voice.replaceChildren(news);
  }

  function link(href: string, text: string) {
    const made = document.createElement("a");
    made.href = href;
    made.textContent = text;
    made.addEventListener("click", () => say(""));
    return made;
  }

  const counted = (one: string, many: string, count: number) => (words[count === 1 ? one : many] ?? "").replace("{n}", String(count));
}

function pieces(page: Document) {
  return page.querySelectorAll(".post-list > [id^=post-], [data-live=lists] > [data-thread]");
}

function countOf(page: Document): number {
  return Number(page.getElementById("bell")?.dataset.unread ?? 0);
}

/** Nobody's focus, choice of words or open menu is in it. */
function isFree(element: Element): boolean {
  const chosen = getSelection();
  const isChosen = chosen && !chosen.isCollapsed && element.contains(chosen.anchorNode);
  return !isChosen && !element.contains(document.activeElement) && !element.querySelector("details[open]");
}

/** Tells now and then how far someone has read, and for how long the page was before their eyes. */
function tellHowFar(address: string) {
  if (!("IntersectionObserver" in window)) return;
  let furthest = 0;
  let told = 0;
  let since = Date.now();
  let seconds = 0;
  let active = Date.now();

  const eyes = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) furthest = Math.max(furthest, Number((target as HTMLElement).dataset.number ?? 0));
    },
    { rootMargin: "0px 0px -10% 0px" },
  );
  const watch = () => {
    for (const post of document.querySelectorAll(".post-list > [data-number]")) eyes.observe(post);
  };
  const count = () => {
    const now = Date.now();
    if (!document.hidden && now - active < IDLE_AFTER_MS) seconds += (now - since) / 1000;
    since = now;
  };
  const tell = () => {
    count();
    const whole = Math.min(60, Math.floor(seconds));
    if (furthest === 0 || (whole < 1 && furthest <= told)) return;
    if (!navigator.sendBeacon(address, new URLSearchParams({ number: String(furthest), seconds: String(whole) }))) return;
    told = furthest;
    seconds = 0;
  };

  watch();
  document.addEventListener("portal:drawn", watch);
  for (const sign of ["scroll", "keydown", "pointermove", "pointerdown"])
    addEventListener(
      sign,
      () => {
        active = Date.now();
      },
      { passive: true },
    );
  setTimeout(tell, FIRST_REPORT_MS);
  setInterval(() => !document.hidden && tell(), REPORT_EVERY_MS);
  addEventListener("pagehide", tell);
  // Before the page is hidden the time counts, so it is told as if it were not.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      since = Date.now();
      return;
    }
    if (Date.now() - active < IDLE_AFTER_MS) seconds += (Date.now() - since) / 1000;
    since = Date.now();
    tell();
  });
}
