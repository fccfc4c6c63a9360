package dev.afterflow.questions;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.CaseClosed;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.cases.Timeline;
import dev.afterflow.notes.Mentions;
import dev.afterflow.notes.Mentions.Reason;
import dev.afterflow.security.Audit;
import dev.afterflow.security.People;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks, answers, escalates and withdraws; every step stands on the case's timeline and in the audit. */
@Service
@Transactional
class Questions {

    private static final String TASK = "answerQuestion";
    private static final int LONGEST = 2_000;
    private static final int SHOWN = 50;
    private static final Duration LATEST = Duration.ofDays(30);

    private final JdbcQuestions store;
    private final DepartmentQuestionProcess process;
    private final Departments departments;
    private final Cases cases;
    private final Evidence evidence;
    private final Timeline timeline;
    private final Mentions mentions;
    private final People people;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    Questions(JdbcQuestions store, DepartmentQuestionProcess process, Departments departments, Cases cases, Evidence evidence,
              Timeline timeline, Mentions mentions, People people, Tasks tasks, Audit audit, Clock clock) {
        this.store = store;
        this.process = process;
        this.departments = departments;
        this.cases = cases;
        this.evidence = evidence;
        this.timeline = timeline;
        this.mentions = mentions;
        this.people = people;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants to ask; {@code attached} are files of the case. */
    record NewQuestion(String team, String words, Instant dueAt, List<String> attached) {

        List<String> files() {
            return attached == null ? List.of() : List.copyOf(attached);
        }
    }

    @Transactional(readOnly = true)
    List<Question> of(String caseNumber) {
        return store.of(cases.find(caseNumber).number(), SHOWN);
    }

    @Transactional(readOnly = true)
    Set<String> departments(String caseNumber, Who who) {
        return departments.of(cases.find(caseNumber).shop(), who);
    }

    Question ask(String caseNumber, NewQuestion asked, Who who) {
        Case of = cases.find(caseNumber);
        if (!of.open()) {
            throw Problem.conflict("cases.closed", "工单已结案", "The case is closed");
        }
        check(of, asked, who);
        Question question = store.insert(of, asked, who, clock.instant());
        process.begin(question);
        People.Team team = people.team(asked.team());
        timeline.add(caseNumber, "QUESTION", "向" + team.titleZh() + "提问：" + question.words(), "Asked " + team.titleEn() + ": " + question.words(),
                Map.of("questionId", question.id(), "team", asked.team(), "dueAt", question.dueAt().toString()));
        record("QUESTION_ASKED", question);
        return question;
    }

    void answer(long id, Question.Verdict verdict, String answer, List<String> proofs, Who who) {
        Question question = open(id);
        store.answered(id, verdict, answer, proofs, who, clock.instant());
        record("QUESTION_ANSWERED", question);
    }

    /** The answer is there: it is told on the case and to whoever asked. */
    void bringBack(long id) {
        Question done = store.find(id).orElseThrow();
        String zh = done.answeredByName() + " 回答“" + done.words() + "”：" + done.verdict().zh + "。" + done.answer();
        String en = done.answeredByName() + " answered “" + done.words() + "”: " + done.verdict().en + ". " + done.answer();
        timeline.add(done.caseNumber(), "QUESTION", zh, en, Map.of("questionId", id, "team", done.team(), "proofs", done.proofs()));
        mentions.call(done.askedBy(), cases.find(done.caseNumber()), Reason.ANSWER, null, zh, en);
    }

    /** Nobody answered in time: the leads of the department and whoever asked are called on, once. */
    void escalate(long id) {
        Question late = open(id);
        store.overdue(id, clock.instant());
        People.Team team = people.team(late.team());
        String zh = "提问到时未答（" + team.titleZh() + "）：" + late.words();
        String en = "A question was not answered in time (" + team.titleEn() + "): " + late.words();
        timeline.add(late.caseNumber(), "QUESTION", zh, en, Map.of("questionId", id, "team", late.team()));
        Case of = cases.find(late.caseNumber());
        mentions.call(late.askedBy(), of, Reason.OVERDUE, null, zh, en);
        people.find(late.askedBy()).map(asker -> departments.leads(late.shop(), late.team(), asker)).orElse(List.of()).stream()
                .filter(lead -> lead.id() != late.askedBy()).forEach(lead -> mentions.call(lead.id(), of, Reason.OVERDUE, null, zh, en));
        tasks.escalate(late.caseNumber(), TASK);
        record("QUESTION_OVERDUE", late);
    }

    /** Only whoever asked, or somebody who leads. */
    void withdraw(String caseNumber, long id, Who who) {
        tasks.hold(cases.find(caseNumber).number(), TASK);
        Question question = store.lock(id).filter(found -> found.caseNumber().equals(caseNumber)).orElseThrow(() -> Problem.notFound("question"));
        if (question.askedBy() != who.id() && !who.is(Role.LEAD, Role.SUPERVISOR, Role.MANAGER)) {
            throw Problem.forbidden("questions.notYours", "只有提问人或组长可以撤回", "Only whoever asked or a lead may withdraw it");
        }
        if (question.state() != Question.State.ASKED) {
            throw ended();
        }
        drop(question);
    }

    /** A closed case asks nothing any more; told in the transaction that closes it, which a case without questions does not feel. */
    @EventListener
    void closed(CaseClosed event) {
        List<Question> open = store.of(event.number(), SHOWN).stream().filter(question -> question.state() == Question.State.ASKED).toList();
        if (!open.isEmpty()) {
            tasks.hold(event.number(), TASK);
            open.stream().flatMap(question -> store.lock(question.id()).stream())
                    .filter(question -> question.state() == Question.State.ASKED).forEach(this::drop);
        }
    }

    private void drop(Question question) {
        store.withdrawn(question.id(), clock.instant());
        process.withdraw(question);
        timeline.add(question.caseNumber(), "QUESTION", "撤回提问：" + question.words(), "Question withdrawn: " + question.words(),
                Map.of("questionId", question.id(), "team", question.team()));
        record("QUESTION_WITHDRAWN", question);
    }

    /** An open question by the number its task carries. */
    Question find(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("question"));
    }

    private Question open(long id) {
        Question question = store.lock(id).orElseThrow(() -> Problem.notFound("question"));
        if (question.state() != Question.State.ASKED) {
            throw ended();
        }
        return question;
    }

    private static Problem ended() {
        return Problem.conflict("questions.ended", "该提问已回答或已撤回", "The question was answered or withdrawn already");
    }

    private void check(Case of, NewQuestion asked, Who who) {
        List<Fault> faults = new ArrayList<>();
        if (asked.team() == null || !departments.of(of.shop(), who).contains(asked.team())) {
            faults.add(new Fault("team", "department", "请选择本店的另一个部门", "Choose another department of the shop"));
        }
        if (asked.words() == null || asked.words().isBlank() || asked.words().length() > LONGEST || asked.words().indexOf('\0') >= 0) {
            faults.add(new Fault("words", "length", "请写下问题，最多 " + LONGEST + " 字", "Write the question, at most " + LONGEST + " characters"));
        }
        Instant now = clock.instant();
        if (asked.dueAt() == null || !asked.dueAt().isAfter(now) || asked.dueAt().isAfter(now.plus(LATEST))) {
            faults.add(new Fault("dueAt", "range", "回答期限须在现在之后、30 天之内", "The answer is due after now and within 30 days"));
        }
        if (!attachedHere(of, asked)) {
            faults.add(new Fault("attached", "evidence", "附件须是本工单的凭证", "Attach only files of this case"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private boolean attachedHere(Case of, NewQuestion asked) {
        try {
            return evidence.all(of.number(), asked.files().stream().map(UUID::fromString).toList());
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private void record(String action, Question question) {
        tasks.tell(question.shop(), question.caseNumber(), "question");
        audit.record(question.shop(), action, "question", Long.toString(question.id()),
                Map.of("case", question.caseNumber(), "team", question.team(), "dueAt", question.dueAt().toString()));
    }
}
