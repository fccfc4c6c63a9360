package dev.afterflow.cases;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The proofs of a case: at most 20 files and 200 MB; rows outside the asker's fence do not exist here (404). */
@Service
@Transactional
public class Evidence {

    static final int MOST_FILES = 20;
    static final long MOST_BYTES = 200_000_000;

    private final JdbcEvidence store;
    private final EvidenceStore files;
    private final JdbcCases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final LiveNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final long dailyBytes;

    Evidence(JdbcEvidence store, EvidenceStore files, JdbcCases cases, Timeline timeline, Audit audit, LiveNews news,
             ApplicationEventPublisher events, Clock clock,
             @Value("${afterflow.cases.evidence-daily:5GB}") DataSize daily) {
        this.store = store;
        this.files = files;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
        this.dailyBytes = daily.toBytes();
    }

    /**
     * A file of a case.
     *
     * @param size bytes as kept; a picture is kept as our own copy without metadata
     * @param sha256 of the bytes as they came, in hexadecimal
     * @param width pixels of a picture, else null
     * @param scanned whether a virus scanner looked at it
     * @param taken when the picture was taken by its camera's own clock, as the camera wrote it into the file; null when it did not
     */
    public record Item(UUID id, String caseNumber, String name, String type, long size, String sha256, Integer width,
                       Integer height, boolean thumbnail, boolean scanned, String by, Instant at, LocalDateTime taken) {
    }

    /** A proof was added to a case; told after commit, again until every listener has taken it. */
    public record Added(String caseNumber, String shop) {
    }

    /** All files of a case, the oldest first. */
    @Transactional(readOnly = true)
    public List<Item> of(String caseNumber) {
        return store.of(caseNumber).stream().map(JdbcEvidence.Kept::item).toList();
    }

    /** Do all these files stand on this case? */
    @Transactional(readOnly = true)
    public boolean all(String caseNumber, Collection<UUID> ids) {
        return of(caseNumber).stream().map(Item::id).toList().containsAll(ids);
    }

    /** The bytes of a file as they are kept. */
    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        try {
            return files.open(find(id).contentKey()).getContentAsByteArray();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    @Transactional(readOnly = true)
    JdbcEvidence.Kept find(UUID id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("evidence"));
    }

    /** Before anything is read: is there such an open case, and room for one more file of this size? */
    @Transactional(readOnly = true)
    void demandRoom(String caseNumber, long bytes) {
        room(cases.find(caseNumber).orElseThrow(() -> Problem.notFound("case")), bytes);
    }

    @Transactional(readOnly = true)
    List<Item> list(String caseNumber) {
        cases.find(caseNumber).orElseThrow(() -> Problem.notFound("case"));
        return of(caseNumber);
    }

    /** Keeps received files, all or none; one whose bytes stand on the case already is answered, not doubled. */
    List<Item> keep(String caseNumber, List<Received> files, Who who) {
        return files.stream().map(file -> keep(caseNumber, file, who)).toList();
    }

    private Item keep(String caseNumber, Received file, Who who) {
        Case of = cases.lock(caseNumber).orElseThrow(() -> Problem.notFound("case"));
        Optional<JdbcEvidence.Kept> same = store.of(caseNumber).stream()
                .filter(kept -> kept.item().sha256().equals(file.sha256())).findFirst();
        if (same.isPresent()) {
            file.notNeeded();
            return same.get().item();
        }
        room(of, file.size());
        Item item = new Item(UUID.randomUUID(), caseNumber, file.name(), file.type(), file.size(), file.sha256(), file.width(),
                file.height(), file.thumbnailKey() != null, false, who.login(), clock.instant(), file.taken());
        store.insert(of.shop(), item, file, who);
        timeline.add(caseNumber, "EVIDENCE", "添加证据：" + item.name(), "Evidence added: " + item.name(),
                Map.of("evidenceId", item.id().toString(), "type", item.type()));
        audit.record(of.shop(), "EVIDENCE_ADDED", "evidence", item.id().toString(),
                Map.of("case", caseNumber, "sha256", item.sha256(), "size", item.size(), "type", item.type()));
        news.changed(of.shop(), caseNumber, "evidence");
        events.publishEvent(new Added(caseNumber, of.shop()));
        return item;
    }

    private void room(Case of, long bytes) {
        if (!of.open()) {
            throw Problem.conflict("cases.closed", "工单已结案", "The case is closed");
        }
        JdbcEvidence.Use use = store.use(of.number());
        if (use.files() >= MOST_FILES) {
            throw Problem.invalid("file", "tooMany", "每个工单最多 " + MOST_FILES + " 个文件", "At most " + MOST_FILES + " files a case");
        }
        if (use.bytes() + bytes > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES - use.bytes());
        }
        if (store.bytesSince(of.shop(), clock.instant().minus(Duration.ofDays(1))) + bytes > dailyBytes) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "cases.dailyEvidence", "本店今日上传量已达上限，请明天再试",
                    "The shop has reached its limit of uploads a day");
        }
    }
}
