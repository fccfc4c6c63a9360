package dev.afterflow.questions;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of answerQuestion; a case may hold several, so the task tells which question it asks. */
@Component
class AnswerQuestionDesk implements DeskWork {

    private final Questions questions;
    private final DepartmentQuestionProcess process;

    AnswerQuestionDesk(Questions questions, DepartmentQuestionProcess process) {
        this.questions = questions;
        this.process = process;
    }

    @Override
    public String task() {
        return "answerQuestion";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return Map.of();
    }

    @Override
    public Map<String, Object> prefill(String caseNumber, String taskId) {
        Question question = questions.find(process.questionOf(taskId));
        return Map.of("question", question.words(), "askedBy", question.askedByName(), "attached", question.attached());
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        throw new IllegalStateException("A question is answered by its task");
    }

    @Override
    public Map<String, Object> file(String caseNumber, String taskId, Map<String, Object> input, Who who) {
        Question.Verdict verdict = Question.Verdict.valueOf((String) input.get("verdict"));
        List<String> proofs = input.get("proofs") instanceof List<?> ids ? ids.stream().map(Object::toString).toList() : List.of();
        questions.answer(process.questionOf(taskId), verdict, (String) input.get("answer"), proofs, who);
        return Map.of("verdict", verdict.name());
    }
}
