/** Under the case, so that whatever is read anew of the case is read anew here too. */
export const questionsKey = (number: string) => ['case', number, 'questions'];
