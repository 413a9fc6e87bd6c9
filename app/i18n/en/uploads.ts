/** Pictures that people send. */
export const uploads = {
  hint: "JPEG, PNG, WebP or AVIF, at most 8 MB. We keep only the picture itself: where and when it was taken is removed.",
  errors: {
    none: "Choose a picture first.",
    tooLarge: "This file is larger than 8 MB. Choose a smaller one.",
    notPicture: "This file cannot be read as a picture. Use JPEG, PNG, WebP or AVIF.",
    tooManyPixels: "This picture has too many pixels. Use one of at most 50 million, for instance 8,000 by 6,000.",
    moves: "Pictures that move are not taken. Use a still one.",
    stretched: "This picture is far longer in one direction than in the other. Cut it to another form first.",
  },
  /** Files in posts. */
  attachments: {
    hint: "Pictures (JPEG, PNG, WebP, AVIF) and PDF files, at most 10 MB each. Pictures are reduced, and where and when they were taken is removed.",
    errors: {
      none: "Choose a file first.",
      empty: "This file is empty.",
      tooLarge: "This file is larger than 10 MB. Choose a smaller one.",
      tooMany: "A post can hold 10 files at most.",
      wrongType: "Only pictures (JPEG, PNG, WebP, AVIF) and PDF files can be attached.",
      notPdf: "This file cannot be read as a PDF. Save it again as a PDF and try once more.",
      newcomer: "On your first day you can attach one file. From tomorrow on there can be more.",
      storage: "Your files take up 500 MB, which is as much as one person can keep here. Take one out of an older post first.",
    },
  },
  /** What the renderer adds to posts. */
  markdown: {
    spoiler: "Spoiler",
    former: "(former member)",
    picture: "Open the picture",
    place: "{{title}}, post {{number}}",
  },
  names: {
    member: "member organization",
  },
  similar: {
    title: "Similar threads and guides",
    lead: "Perhaps someone has asked this already, or a guide answers it.",
    forums: "Forums",
    threads: "Threads",
    guides: "Practice guides",
    none: "Nothing similar was found.",
    posts_one: "{{count}} post",
    posts_other: "{{count}} posts",
    answered: "answered",
    label: "Title of your thread",
    submit: "Look for similar ones",
  },
} as const;
