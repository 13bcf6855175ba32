import type { Words } from '../values/problem'

export const schoolWords: Words = {
  'school.admission_number_missing': {
    message: 'The row has no admission number.',
    fix: 'Fill in the number the student is entered under.',
  },
  'school.student_name_missing': {
    message: 'The student is not known yet, and the row gives no name to enter them by.',
    fix: 'Fill in the name, or given and family name; or correct the admission number.',
  },
  'school.teacher_name_missing': {
    message: 'The teacher is not known yet, and the row gives no name to enter them by.',
    fix: 'Fill in the name, or correct the national ID or e-mail.',
  },
  'school.parent_name_missing': {
    message: 'The parent is not known yet, and the row gives no name to enter them by.',
    fix: 'Fill in the name, or correct the national ID, e-mail or phone.',
  },
  'school.born_in_future': {
    message: 'The date of birth {found} lies in the future.',
    fix: 'Correct the date of birth.',
  },
  'school.left_before_enrolled': {
    message: 'The last day {left} lies before the first day {enrolled}.',
    fix: 'Correct one of the two dates.',
  },
  'school.unreadable_year': {
    message: '“{found}” is no school year.',
    fix: 'Write it as 2025, or as 2025/2026.',
  },
  'school.year_not_found': {
    message: 'There is no school year {id}. There are: {known}.',
    fix: 'Give one of these numbers, or leave the year out: the current one is meant then.',
  },
  'school.level_missing': {
    message: 'The row names no level.',
    fix: 'Fill in the level, such as Form 1.',
  },
  'school.capacity_below_enrolled': {
    message: 'The class is to take {capacity} students, but {enrolled} are in it already.',
    fix: 'Check the capacity. Nobody is taken out of the class.',
  },
  'school.unknown_classroom': {
    message: 'There is no class “{name}” in the school year {year}. There are: {known}.',
    fix: 'Write the class as it is known, or have the missing classes made with this file.',
  },
  'school.which_classroom': {
    message: '“{name}” may be several classes of the school year {year}: {known}.',
    fix: 'Name level and stream.',
  },
  'school.classroom_full': {
    message: '{classroom} takes {capacity} students: {enrolled} are in it and {joining} more come with this file.',
    fix: 'Put the student into another class, or raise the capacity of this one first.',
  },
  'school.unknown_teacher': {
    message: 'There is no teacher “{name}”.',
    fix: 'Write the name, the national ID or the e-mail as it is known, or import the teachers first.',
  },
  'school.which_teacher': {
    message: 'It cannot be told which teacher “{name}” is. There are: {candidates}.',
    fix: 'Write the national ID or the e-mail instead of the name.',
  },
  'school.which_person': {
    message: '“{found}” belongs to several people: {candidates}.',
    fix: 'Fill in the national ID.',
  },
  'school.number_differs': {
    message: '{name} is known with the national ID {known}; the row says {number}.',
    fix: 'Correct the national ID, or give the row an e-mail and a phone of its own if it is somebody else.',
  },
  'school.phone_of_another': {
    message:
      '{phone} is the phone of {known}; the row says {name}. A phone alone does not tell two people of a household apart.',
    fix: 'Give the row a national ID or an e-mail if it is somebody else, or write the name as it is known.',
  },
  'school.teacher_without_key': {
    message: 'The row has neither a national ID nor an e-mail; nothing tells this teacher from another.',
    fix: 'Fill in one of the two.',
  },
  'school.parent_without_key': {
    message: 'The row has no national ID, no e-mail and no phone; nothing tells this parent from another.',
    fix: 'Fill in one of the three.',
  },
  'school.whose_parent': {
    message: 'The row does not say whose parent it is.',
    fix: 'Fill in the admission number of the student; several apart by semicolons.',
  },
  'school.unknown_student': {
    message: 'There is no student with the admission number “{number}”.',
    fix: 'Correct the number, or import the students first.',
  },
  'school.parent_contradicts': {
    message: 'An earlier row of the file tells something else about {name}.',
    fix: 'Make the name, e-mail and phone of the parent the same in all of their rows.',
  },
  'school.term_missing': {
    message: 'The row names no term.',
    fix: 'Fill in the term, or say the term of the whole file when it is dropped.',
  },
  'school.subject_missing': {
    message: 'The row names no subject.',
    fix: 'Fill in the subject.',
  },
  'school.subject_like': {
    message: '“{found}” is a new subject; “{near}” is known.',
    fix: 'If they are one, write it as it is known.',
  },
  'school.score_missing': {
    message: 'The mark is to be scored, but there is no score.',
    fix: 'Fill in the score, or set the status to absent, exempt or missing.',
  },
  'school.score_with_status': {
    message: 'The student is {status}, but there is a score of {score}.',
    fix: 'Clear the score, or set the status to scored.',
  },
  'school.unknown_status': {
    message: '“{found}” is no status of a mark.',
    fix: 'Use scored, absent, exempt or missing.',
  },
  'school.score_over_maximum': {
    message: 'The score {found} is higher than {maximum}, which the assessment is out of.',
    fix: 'Correct the score, or the maximum.',
  },
  'school.maximum_missing': {
    message: 'Nothing says what the score is out of.',
    fix: 'Fill in the maximum, or say it for the whole file when it is dropped.',
  },
  'school.maximum_zero': {
    message: 'The maximum is {found}; more than 0 was expected.',
    fix: 'Correct the maximum.',
  },
  'school.weight_zero': {
    message: 'The weight is 0; more than 0 was expected.',
    fix: 'Correct the weight, or leave it empty for 100%.',
  },
  'school.assessment_differs': {
    message: '“{name}” is out of {maximum} and counts {weight}; the row says otherwise.',
    fix: 'Make maximum and weight the same for all marks of the assessment, or name another assessment.',
  },
  'school.row_no_longer_fits': {
    message: 'Row {row} was checked, but what it refers to has changed since.',
    fix: 'Have the file checked again and apply it then.',
  },
}
