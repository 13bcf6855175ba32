import classes from './row-check.module.css'

/**
 * The box of a row of a list, by mouse; the row itself is the stop for Tab. As a Checkbox looks, but one element: a
 * Mantine Checkbox a row was the longest part of drawing the list of tasks.
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
