package dev.afterflow.disputes;

import dev.afterflow.cases.Evidence;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the arbiter wants, item by item: what our own records show, what people added, and what is missing. */
@Component
@Transactional
class DisputeItems {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Decisions decisions;
    private final Evidence evidence;
    private final DisputeScene scene;
    private final DisputeTerms terms;

    DisputeItems(JdbcClient jdbc, JsonMapper json, Decisions decisions, Evidence evidence, DisputeScene scene, DisputeTerms terms) {
        this.jdbc = jdbc;
        this.json = json;
        this.decisions = decisions;
        this.evidence = evidence;
        this.scene = scene;
        this.terms = terms;
    }

    /**
     * One item of the checklist.
     *
     * @param why the row's own words in both languages, with its sources
     * @param source DATA from our records, FILE or WORDS from a person
     * @param field the provider's name of it, null where it has none
     * @param shown what our records say, null where they say nothing
     */
    record Item(String code, String titleZh, String titleEn, String why, String source, boolean must, String field, String shown,
                List<UUID> files, String words) {

        public boolean there() {
            return shown != null || !files.isEmpty() || words != null;
        }

        boolean missing() {
            return must && !there();
        }
    }

    /** The list as it stands, for somebody who looks at it. */
    List<Item> shown(Dispute of) {
        return decisions.quietly(() -> of(of));
    }

    /** The list as a pack freezes it; that its tables were asked is kept. */
    List<Item> of(Dispute of) {
        DisputeScene.Now now = scene.of(of.caseNumber());
        Map<String, Added> added = added(of.caseNumber());
        boolean platform = of.kind() == Dispute.Kind.PLATFORM || of.kind() == Dispute.Kind.A_TO_Z;
        List<Decided> rows = platform
                ? decisions.all("evidence-required", Map.of("platform", of.platform(), "reason", of.reason(), "refunded", DisputeOpening.refunded(of, now)))
                : decisions.all("chargeback-evidence", Map.of("network", of.platform(), "reason", of.reason()));
        Map<String, Item> items = new LinkedHashMap<>();
        rows.forEach(row -> items.merge(row.text("item"), item(of, now, row, added), (first, second) -> first.must() ? first : second));
        return List.copyOf(items.values());
    }

    private Item item(Dispute of, DisputeScene.Now now, Decided row, Map<String, Added> added) {
        String code = row.text("item");
        Added by = added.getOrDefault(code, new Added(List.of(), null));
        String words = code.equals("STATEMENT") && of.stated() ? of.statement().words() : by.words();
        return new Item(code, Vocabulary.half(row.text("itemTitle"), true), Vocabulary.half(row.text("itemTitle"), false), row.ruleText(),
                row.text("source"), Boolean.TRUE.equals(row.outputs().get("must")), row.text("field"),
                "DATA".equals(row.text("source")) ? DisputeData.of(code, now, scene) : null, by.files(), words);
    }

    /** Puts files of the case or words to an item; what stood there is replaced. */
    void put(Dispute of, String code, List<UUID> files, String words, Who who) {
        if (shown(of).stream().noneMatch(item -> item.code().equals(code))) {
            throw Problem.notFound("item");
        }
        if (!evidence.all(of.caseNumber(), files)) {
            throw Problem.invalid("files", "values", "证据须是本工单的文件", "Give files of this case");
        }
        jdbc.sql("""
                insert into disputes.item (case_number, shop_id, code, evidence, words, by_login, at)
                values (:case, :shop, :code, cast(:files as jsonb), :words, :by, :at)
                on conflict (case_number, code) do update set evidence = excluded.evidence, words = excluded.words, by_login = excluded.by_login, at = excluded.at""")
                .param("case", of.caseNumber()).param("shop", of.shop()).param("code", code).param("files", json.writeValueAsString(files))
                .param("words", words == null || words.isBlank() ? null : words.strip()).param("by", who.login()).param("at", Timestamp.from(terms.now())).update();
    }

    /** Titles of what must be there and is not; empty when the list is green. */
    List<String> missing(Dispute of, boolean chinese) {
        return shown(of).stream().filter(Item::missing).map(item -> chinese ? item.titleZh() : item.titleEn()).toList();
    }

    private record Added(List<UUID> files, String words) {
    }

    private Map<String, Added> added(String caseNumber) {
        Map<String, Added> added = new HashMap<>();
        jdbc.sql("select code, evidence, words from disputes.item where case_number = :case").param("case", caseNumber)
                .query((row, n) -> added.put(row.getString("code"), new Added(List.of(json.readValue(row.getString("evidence"), UUID[].class)), row.getString("words")))).list();
        return added;
    }
}
