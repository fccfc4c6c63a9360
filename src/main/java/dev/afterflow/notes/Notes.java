package dev.afterflow.notes;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Internal notes of a case; whom a note names with {@code @} is called on. A note is written once and never changed. */
@Service
@Transactional
class Notes {

    private static final int LONGEST = 4_000;
    private static final int MOST_CALLED = 20;
    private static final int SHOWN_OF_A_NOTE = 120;

    private final Cases cases;
    private final JdbcNotes store;
    private final Readers readers;
    private final Mentions mentions;
    private final Timeline timeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notes(Cases cases, JdbcNotes store, Readers readers, Mentions mentions, Timeline timeline, Audit audit,
          ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.readers = readers;
        this.mentions = mentions;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A note as written. */
    record Note(long id, String caseNumber, String text, long byId, String byName, Instant at) {
    }

    /** What somebody wants to note, and the people it calls on by their numbers; the text holds each as {@code @name}. */
    record NewNote(String text, List<Long> mentions) {

        Set<Long> called() {
            return mentions == null ? Set.of() : new LinkedHashSet<>(mentions);
        }
    }

    Note add(String caseNumber, NewNote said, Who who) {
        Case of = cases.find(caseNumber);
        demandWords(said);
        List<Who> called = called(of, said, who);
        Note note = store.insert(of, said.text().strip(), who, clock.instant());
        timeline.add(caseNumber, "NOTE", "内部备注：" + note.text(), "Internal note: " + note.text(),
                Map.of("noteId", note.id(), "mentions", called.stream().map(Who::name).toList()));
        audit.record(of.shop(), "NOTE_ADDED", "case", caseNumber,
                Map.of("noteId", note.id(), "mentions", called.stream().map(Who::login).toList()));
        called.forEach(person -> mentions.call(person.id(), of, Mentions.Reason.NOTE, note.id(), null, shortened(note.text()), shortened(note.text())));
        events.publishEvent(new Mentions.Noted(of.shop(), caseNumber));
        return note;
    }

    @Transactional(readOnly = true)
    List<Note> of(String caseNumber, long before, int limit) {
        return store.of(cases.find(caseNumber).number(), before, limit);
    }

    @Transactional(readOnly = true)
    List<Readers.Reader> readers(String caseNumber, Who asker) {
        return readers.of(cases.find(caseNumber), asker).stream().map(Readers.Reader::of).toList();
    }

    private static void demandWords(NewNote said) {
        if (said.text() == null || said.text().isBlank()) {
            throw Problem.invalid("text", "required", "请写下要说的话", "Write what you want to say");
        }
        if (said.text().codePointCount(0, said.text().length()) > LONGEST || said.text().indexOf('\0') >= 0) {
            throw Problem.invalid("text", "tooLong", "最多 " + LONGEST + " 字，且不含空字符", "At most " + LONGEST + " characters, none of them NUL");
        }
        if (said.called().size() > MOST_CALLED) {
            throw Problem.invalid("mentions", "tooMany", "一次最多提醒 " + MOST_CALLED + " 人", "Call on " + MOST_CALLED + " people at most");
        }
    }

    private List<Who> called(Case of, NewNote said, Who who) {
        Map<Long, Who> may = readers.of(of, who).stream().collect(Collectors.toMap(Who::id, Function.identity()));
        return said.called().stream().map(id -> {
            Who person = may.get(id);
            if (person == null || !said.text().contains("@" + person.name())) {
                throw Problem.invalid("mentions", "reader", "只能提醒看得到这张工单、且在文中 @ 到的同事",
                        "Call only on colleagues who may see the case and whom the text names with @");
            }
            return person;
        }).toList();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_OF_A_NOTE ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_OF_A_NOTE)) + "…";
    }
}
