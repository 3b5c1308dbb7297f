/** The map of the course, on which all lessons stand. */
import type { CourseBranch, CoursePlace } from '../../domain/link/course.ts'

export const courseMap = {
  courseMap: {
    title: 'The course',
    lead: 'Two questions about any network that trains, and what to do after each answer. Every claim is a test that runs here.',
    start: 'Before you ask',
    training: 'Is the training error bad?',
    validation: 'Is the validation error bad?',
    judging: 'Judge honestly',
    yes: 'Yes',
    no: 'No',
    branches: {
      start: 'Read the curves, know the flow.',
      training: 'The network does not fit even what it has seen.',
      validation: 'It fits what it has seen, and nothing else.',
      judging: 'Before you believe a good number.',
    } satisfies Record<CourseBranch, string> as Record<CourseBranch, string>,
    places: {
      start: '',
      capacity: 'A model that can',
      steps: 'The steps',
      activation: 'The activation',
      optimizer: 'The optimizer',
      loss: 'The loss',
      structure: 'The structure',
      overfitting: 'See it happen',
      stop: 'Stop in time',
      penalty: 'Penalize weights',
      dropout: 'Drop units',
      data: 'More data',
      judging: '',
    } satisfies Record<CoursePlace, string> as Record<CoursePlace, string>,
    done: 'done',
    progress: (done: number, of: number) => `${done} of ${of} done`,
    keys: 'Keys: Space runs, S steps, R resets, L log scale, V live, C lessons, ? explains the control in focus.',
    close: 'Close',
  },
}
