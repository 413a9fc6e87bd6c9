import { MOST_ATTACHMENTS } from "~/features/uploads/limits";

import type { Composer } from "./composer";
import { fill, make, makeButton, say, tell } from "./dom";
import { asOwnLine, faultOf, plainName, withoutLines } from "./files";
import { upload } from "./upload";
import { exchange, write } from "./write";

type Job = { file: File; name: string; line: string; row: HTMLElement; state: HTMLElement; stop: () => void };

/** Files that are pasted, dropped or chosen go to the portal one after the other; each leaves its line in the text. */
export function addAttaching({ form, area, words }: Composer, box: HTMLElement) {
  const address = form.dataset.attachments ?? "";
  const input = form.querySelector<HTMLInputElement>("input[type=file][name=files]");
  const rows = make("ul", { class: "composer-files", hidden: true });
  const waiting: Job[] = [];
  const lines = new Set<string>();
  let isSending = false;

  function take(files: Iterable<File>) {
    for (const file of files) {
      const fault = faultOf(file);
      const isOneTooMany = lines.size + (area.value.match(/\]\(\/files\//g)?.length ?? 0) >= MOST_ATTACHMENTS;
      if (fault) refuse(file.name, words[fault]);
      else if (isOneTooMany) refuse(file.name, fill(words.tooManyFiles, { count: MOST_ATTACHMENTS }));
      else begin(file);
    }
    void sendNext();
  }

  function begin(file: File) {
    const name = plainName(file.name);
    let line = `[${fill(words.uploading, { name })}]`;
    for (let copy = 2; lines.has(line) || area.value.includes(line); copy += 1)
      line = `[${fill(words.uploading, { name: `${name} (${copy})` })}]`;
    const place = area.selectionEnd;
    const insert = asOwnLine(area.value, place, line);
    write(area, { from: place, to: place, insert, start: place + insert.length, end: place + insert.length });
    lines.add(line);

    const state = make("span", { class: "composer-file-state" }, words.waiting);
    const job: Job = { file, name, line, state, row: row(file.name, state), stop: () => end(job, "") };
    job.row.append(makeButton(words.cancel, () => job.stop(), { "aria-label": fill(words.cancelNamed, { name: file.name }) }));
    waiting.push(job);
  }

  async function sendNext() {
    const job = isSending ? undefined : waiting.shift();
    if (!job) return;
    isSending = true;
    const sending = upload(address, job.file, (percent) => {
      job.state.textContent = fill(words.progress, { percent });
    });
    job.stop = sending.stop;
    const answer = await sending.answer;
    isSending = false;
    if (answer.outcome === "done") {
      end(job, answer.markdown);
      const name = job.file.name;
      if (answer.markdown.startsWith("![](")) tell(fill(words.describe, { name }));
      else say(fill(words.uploaded, { name }));
    } else {
      end(job, "");
      if (answer.outcome === "refused") refuse(job.file.name, answer.words || words.notUploaded);
    }
    void sendNext();
  }

  /** The line that stood for a file gives way to what the portal made of it, or to nothing. */
  function end(job: Job, markdown: string) {
    const place = waiting.indexOf(job);
    if (place !== -1) waiting.splice(place, 1);
    const whole = markdown === "" && area.value.includes(`${job.line}\n`) ? `${job.line}\n` : job.line;
    exchange(area, whole, markdown);
    lines.delete(job.line);
    job.row.remove();
    rows.hidden = rows.childElementCount === 0;
  }

  function row(name: string, state: HTMLElement) {
    const item = make("li", { class: "composer-file" }, make("span", { class: "composer-file-name" }, name), state);
    rows.append(item);
    rows.hidden = false;
    return item;
  }

  function refuse(name: string, reason: string) {
    const item = row(name, make("span", { class: "composer-file-state field-errors" }, reason));
    const dismiss = () => {
      item.remove();
      rows.hidden = rows.childElementCount === 0;
      area.focus();
    };
    item.append(makeButton(words.dismiss, dismiss, { "aria-label": fill(words.dismissNamed, { name }) }));
    say(`${name}: ${reason}`);
  }

  area.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // A word processor puts a picture of the words beside them.
    if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
    event.preventDefault();
    take(files);
  });
  acceptDrops(box, take);
  input?.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });

  return {
    rows,
    choose: input && (() => input.click()),
    isBusy: () => lines.size > 0,
    /** The text without the lines of files that are on their way. */
    cleaned: (body: string) => withoutLines(body, lines),
  };
}

function acceptDrops(box: HTMLElement, take: (files: File[]) => void) {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  box.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    box.classList.add("composer-drop");
  });
  box.addEventListener("dragleave", (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) box.classList.remove("composer-drop");
  });
  box.addEventListener("drop", (event) => {
    box.classList.remove("composer-drop");
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
