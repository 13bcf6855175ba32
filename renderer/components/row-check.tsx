import classes from './row-check.module.css'

/**
 * The box of a row of a list, by mouse; the row itself is the stop for Tab. It looks as a Checkbox does, but is one element,
 * since every row that comes into sight has one.
 */
export const RowCheck = ({ label, isChosen, toggle }: { label: string; isChosen: boolean; toggle: () => void }) => (
  <input
    type="checkbox"
    className={classes.check}
    tabIndex={-1}
    aria-label={label}
    checked={isChosen}
    onChange={toggle}
  />
)
