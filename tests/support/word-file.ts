import { Document, FootnoteReferenceRun, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import sharp from "sharp";

/** A small picture, as JPEG. */
export const jpeg = (width = 320, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: "#2a7" } })
    .jpeg()
    .toBuffer();

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

/** A Word document as someone in an organization writes it: a title, sections, a list, a table, a footnote and as many pictures. */
export async function wordFile({ title = "Walking together in winter", pictures = 1 } = {}): Promise<Uint8Array> {
  const picture = await jpeg();
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph("Told by the people who walk.")] } },
    sections: [
      {
        children: [
          ...(title ? [new Paragraph({ text: title, heading: HeadingLevel.TITLE })] : []),
          new Paragraph({ text: "Purpose", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun("Walks that "),
              new TextRun({ text: "everyone", bold: true }),
              new TextRun(" can join"),
              new FootnoteReferenceRun(1),
              new TextRun("."),
            ],
          }),
          new Paragraph({ text: "Steps", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: "Ask who comes", bullet: { level: 0 } }),
          new Paragraph({ text: "Their pace", bullet: { level: 1 } }),
          new Paragraph({ text: "In detail", heading: HeadingLevel.HEADING_2 }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell("Month"), cell("Where | when")] }),
              new TableRow({ children: [cell("January"), cell("Hall")] }),
            ],
          }),
          ...Array.from(
            { length: pictures },
            (_, index) =>
              new Paragraph({
                children: [
                  new ImageRun({
                    type: "jpg",
                    data: picture,
                    transformation: { width: 160, height: 100 },
                    altText: { name: `p${index}`, title: "", description: "A path in the snow" },
                  }),
                ],
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
