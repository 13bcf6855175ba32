/** Works without end and looks at nothing: only its thread's end ends it. */
export default function deaf(): never {
  for (;;) Math.random()
}
