package dev.afterflow.disputes;

import dev.afterflow.cases.Evidence;
import dev.afterflow.platforms.PlatformPapers;
import dev.afterflow.prints.Bundle;
import dev.afterflow.prints.Print;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes the evidence pack of a dispute: a PDF, the files as they are, and a manifest of all their hashes; made anew for each round and turn. */
@Component
@Transactional
class DisputePacks implements PlatformPapers {

    /** Fields of evidence that take a file of their own; what is drawn stands in the PDF besides. [A][STR-FIX] */
    private static final Set<String> PLACES = Set.of("shipping_documentation", "refund_policy", "cancellation_policy", "customer_communication", "customer_signature", "service_documentation");
    static final String PDF = "evidence.pdf";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DisputeItems items;
    private final DisputeScene scene;
    private final DisputeTerms terms;
    private final Evidence evidence;
    private final PackPictures pictures;

    DisputePacks(JdbcClient jdbc, JsonMapper json, DisputeItems items, DisputeScene scene, DisputeTerms terms, Evidence evidence, PackPictures pictures) {
        this.jdbc = jdbc;
        this.json = json;
        this.items = items;
        this.scene = scene;
        this.terms = terms;
        this.evidence = evidence;
        this.pictures = pictures;
    }

    /** One file of a pack; {@code evidenceId} is null for the PDF. */
    record Entry(String name, String mediaType, long size, String sha256, String item, String field, UUID evidenceId) {
    }

    /** A pack as it was made. */
    record Pack(String number, String caseNumber, int round, int turn, String pdfSha256, String zipSha256, List<Entry> manifest, String incomplete, String by, Instant at) {
    }

    /** Freezes statement, records and files into the next pack. */
    Pack make(Dispute of, String incomplete, Who who) {
        List<DisputeItems.Item> list = items.of(of);
        List<Entry> files = files(of, list);
        byte[] pdf = pdf(of, list, files, incomplete);
        List<Entry> manifest = new ArrayList<>(List.of(new Entry(PDF, "application/pdf", pdf.length, DigestUtils.sha256Hex(pdf), "STATEMENT", null, null)));
        manifest.addAll(files);
        int turn = packs(of.caseNumber()).size() + 1;
        Pack pack = new Pack("DP-" + of.caseNumber() + "-" + turn, of.caseNumber(), of.round(), turn, DigestUtils.sha256Hex(pdf), DigestUtils.sha256Hex(zip(pdf, manifest)), manifest,
                incomplete, who.login(), terms.now());
        jdbc.sql("""
                insert into disputes.pack (pack_no, case_number, shop_id, round, turn, pdf, pdf_sha256, manifest, zip_sha256, incomplete, words, made_by, made_at)
                values (:no, :case, :shop, :round, :turn, :pdf, :pdfHash, cast(:manifest as jsonb), :zipHash, :incomplete, cast(:words as jsonb), :by, :at)""")
                .param("no", pack.number()).param("case", of.caseNumber()).param("shop", of.shop()).param("round", of.round()).param("turn", turn)
                .param("pdf", pdf).param("pdfHash", pack.pdfSha256()).param("manifest", json.writeValueAsString(manifest)).param("zipHash", pack.zipSha256())
                .param("incomplete", incomplete).param("words", json.writeValueAsString(CardWords.of(list))).param("by", who.login()).param("at", Timestamp.from(pack.at())).update();
        return pack;
    }

    /** What a pack would hold now; nothing of it is kept. */
    @Transactional(readOnly = true)
    byte[] preview(Dispute of) {
        List<DisputeItems.Item> list = items.shown(of);
        return pdf(of, list, files(of, list), of.statement() == null ? null : of.statement().incomplete());
    }

    private List<Entry> files(Dispute of, List<DisputeItems.Item> list) {
        Map<UUID, Evidence.Item> known = evidence.of(of.caseNumber()).stream().collect(Collectors.toMap(Evidence.Item::id, each -> each));
        List<Entry> files = new ArrayList<>();
        for (DisputeItems.Item item : list) {
            for (UUID id : item.files()) {
                byte[] bytes = evidence.content(id);
                String name = "%02d-%s-%s".formatted(files.size() + 1, item.code().toLowerCase(Locale.ROOT), known.get(id).name());
                files.add(new Entry(name, known.get(id).type(), bytes.length, DigestUtils.sha256Hex(bytes), item.code(), item.field(), id));
            }
        }
        return files;
    }

    private byte[] pdf(Dispute of, List<DisputeItems.Item> list, List<Entry> files, String incomplete) {
        boolean chinese = of.kind() == Dispute.Kind.PLATFORM && scene.of(of.caseNumber()).shop().language().startsWith("zh");
        List<Print.Section> sections = new ArrayList<>(PackText.sections(of, list, files, incomplete, chinese, at -> scene.day(of.shop(), at)));
        sections.addAll(pictures.pages(files, chinese));
        return Print.of(PackText.title(of, chinese), sections);
    }

    private byte[] zip(byte[] pdf, List<Entry> manifest) {
        return Bundle.zip(manifest.stream().map(entry -> new Bundle.File(entry.name(), entry.evidenceId() == null ? pdf : checked(entry))).toList());
    }

    /** Bytes that are no longer those that were frozen are not handed out. */
    private byte[] checked(Entry entry) {
        byte[] bytes = evidence.content(entry.evidenceId());
        if (!DigestUtils.sha256Hex(bytes).equals(entry.sha256())) {
            throw new IllegalStateException("The file " + entry.evidenceId() + " is not the one that was frozen");
        }
        return bytes;
    }

    @Transactional(readOnly = true)
    List<Pack> of(String caseNumber, boolean newestFirst) {
        return jdbc.sql("select * from disputes.pack where case_number = :case order by turn " + (newestFirst ? "desc" : "asc")).param("case", caseNumber).query(this::read).list();
    }

    private List<Pack> packs(String caseNumber) {
        return of(caseNumber, false);
    }

    /** The newest of this round; those of earlier rounds are never sent again. */
    Optional<Pack> latest(Dispute of) {
        return of(of.caseNumber(), true).stream().filter(pack -> pack.round() == of.round()).findFirst();
    }

    /** The PDF of a kept pack; 404 for a number that is not this case's. */
    @Transactional(readOnly = true)
    byte[] pdf(String caseNumber, int turn) {
        return jdbc.sql("select pdf from disputes.pack where case_number = :case and turn = :turn").param("case", caseNumber).param("turn", turn)
                .query((row, n) -> row.getBytes("pdf")).optional().orElseThrow(() -> Problem.notFound("pack"));
    }

    @Transactional(readOnly = true)
    byte[] zip(String caseNumber, int turn) {
        Pack pack = of(caseNumber, false).stream().filter(each -> each.turn() == turn).findFirst().orElseThrow(() -> Problem.notFound("pack"));
        return zip(pdf(caseNumber, turn), pack.manifest());
    }

    /** The papers of an answer that goes out: the PDF with all pictures first, then what has a place of its own, or could not be drawn. */
    @Override
    @Transactional(readOnly = true)
    public List<Paper> of(String number) {
        return sentWith(number).map(this::papers).orElse(List.of());
    }

    /** The pack that goes out under this number. */
    Optional<Pack> sentWith(String number) {
        return jdbc.sql("select p.* from disputes.answer_sent a join disputes.pack p on p.pack_no = a.pack_no where a.number = :no").param("no", number).query(this::read).optional();
    }

    /** What is said beside its files, by field, as it was frozen with them. */
    Map<String, String> words(Pack pack) {
        String kept = jdbc.sql("select words from disputes.pack where pack_no = :no").param("no", pack.number()).query(String.class).single();
        return json.readValue(kept, new TypeReference<>() { });
    }

    byte[] bytes(Pack pack, Entry entry) {
        return entry.evidenceId() == null ? pdf(pack.caseNumber(), pack.turn()) : checked(entry);
    }

    private List<Paper> papers(Pack pack) {
        Set<String> taken = new HashSet<>();
        List<Paper> papers = new ArrayList<>();
        for (Entry entry : pack.manifest()) {
            if (entry.evidenceId() == null) {
                papers.add(new Paper(entry.name(), entry.mediaType(), pdf(pack.caseNumber(), pack.turn()), entry.sha256(), "uncategorized_file"));
            } else if (entry.field() != null && PLACES.contains(entry.field()) && taken.add(entry.field()) || !PackPictures.isDrawn(entry)) {
                papers.add(new Paper(entry.name(), entry.mediaType(), checked(entry), entry.sha256(), entry.field()));
            }
        }
        return papers;
    }

    private Pack read(ResultSet row, int n) throws SQLException {
        return new Pack(row.getString("pack_no"), row.getString("case_number"), row.getInt("round"), row.getInt("turn"), row.getString("pdf_sha256").strip(),
                row.getString("zip_sha256").strip(), List.of(json.readValue(row.getString("manifest"), Entry[].class)), row.getString("incomplete"),
                row.getString("made_by"), row.getTimestamp("made_at").toInstant());
    }
}
