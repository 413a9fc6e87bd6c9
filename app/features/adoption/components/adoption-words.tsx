import type { Stage } from "~/features/adoption/stages";
import { useTranslation } from "~/i18n/context";
import { Badge, type Tone } from "~/ui/badge";
import type { Option } from "~/ui/field-parts";

export type Options = Record<"stage" | "province" | "setting" | "population" | "language" | "standing", Option[]>;

/** The words of a vocabulary for these keys; a key that it has no more stands for itself. */
export const wordsOf = (keys: string[], options: Option[]): string[] =>
  keys.map((key) => options.find(({ value }) => value === key)?.label ?? key);

const tones: Record<Stage, Tone> = {
  EXPLORING: "outline",
  PLANNING: "outline",
  PILOTING: "info",
  RUNNING: "success",
  SUSTAINING: "success",
  STOPPED: "danger",
};

/** How far an adoption is. */
export function StageBadge({ stage }: { stage: Stage }) {
  return <Badge tone={tones[stage]}>{useTranslation()(`adoption.stages.${stage}`)}</Badge>;
}
