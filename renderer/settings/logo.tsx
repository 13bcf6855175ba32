import { Button, FileButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { fitInto, LOGO_BOX, LOGO_LIMITS, PIXELS_PER_POINT } from '../../jobs/values/logo'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk, useClient } from '../app/office'
import { Said } from '../components/said'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './logo.module.css'

const text = words.payslipLooks.logo

/** The office's logo: chosen, seen as it will be printed, removed. */
export function LogoPart() {
  const client = useClient()
  const logo = useAsk('office.logo', {}).data
  const [refused, setRefused] = useState<Error | null>(null)
  // The one that was chosen last, whichever is here first.
  const chosen = useRef<File | null>(null)
  const set = useAct('office.set_logo')
  const remove = useAct('office.remove_logo')
  if (!logo) return null
  const choose = async (file: File | null) => {
    if (!file) return
    chosen.current = file
    setRefused(null)
    remove.reset()
    try {
      const stored = await client.upload(await asSmallAsItMay(file))
      if (chosen.current === file) set.mutate({ file: stored })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (chosen.current === file) setRefused(error)
    }
  }
  const done = set.isSuccess ? text.set : remove.isSuccess && text.removed
  return (
    <Section title={text.title}>
      <div className={classes.logo}>
        {logo.logo ? (
          <>
            <span className={classes.paper}>
              <img src={logo.logo.data} alt={text.alt(logo.logo.name)} style={sizeOf(logo.logo)} />
            </span>
            <p>{text.size(logo.logo.name, logo.logo.width, logo.logo.height)}</p>
          </>
        ) : (
          <p>{text.none}</p>
        )}
        <p className={classes.hint}>{text.hint}</p>
        <ForRole needed="manager">
          <div className={classes.actions}>
            {/* What the file is, its first bytes tell the office: another kind is refused there in words. */}
            <FileButton accept="image/png,image/jpeg,image/svg+xml" onChange={(file) => void choose(file)}>
              {(props) => (
                <Button {...props} loading={set.isPending}>
                  {logo.logo ? text.another : text.choose}
                </Button>
              )}
            </FileButton>
            {logo.logo && (
              <Button
                loading={remove.isPending}
                onClick={() => {
                  chosen.current = null
                  set.reset()
                  remove.mutate({})
                }}
              >
                {text.remove}
              </Button>
            )}
          </div>
        </ForRole>
        <Said error={refused ?? set.error ?? remove.error} done={done} />
      </div>
    </Section>
  )
}

/** As large as on paper, a point being 4/3 of a pixel of the screen. */
function sizeOf(logo: { width: number; height: number }) {
  const { width, height } = fitInto(logo, LOGO_BOX)
  return { width: (width * 4) / 3, height: (height * 4) / 3 }
}

/**
 * A photograph is drawn at the size at which it is printed, since the office takes a JPEG as it is and every payslip
 * carries it. A PNG the office makes smaller itself; whatever cannot be drawn goes as it is, to be refused in words.
 */
async function asSmallAsItMay(file: File): Promise<File> {
  if (file.type !== 'image/jpeg' || file.size > LOGO_LIMITS.bytes) return file
  try {
    const picture = await createImageBitmap(file)
    const box = { width: LOGO_BOX.width * PIXELS_PER_POINT, height: LOGO_BOX.height * PIXELS_PER_POINT }
    const { width, height } = fitInto(picture, box)
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return blob.size < file.size ? new File([blob], file.name, { type: blob.type }) : file
  } catch {
    return file
  }
}
