package dev.afterflow.intake;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes import orders, tells how far they are, ends them. */
@Service
@Transactional
class ImportDesk {

    /** What somebody wants imported; files tells which uploaded file is which alias, when names do not. */
    record Wish(String name, String shop, String kind, String preset, JsonNode mapping, Map<String, String> files) {
    }

    private final JdbcImports jobs;
    private final Audit audit;
    private final JsonMapper json;

    ImportDesk(JdbcImports jobs, Audit audit, JsonMapper json) {
        this.jobs = jobs;
        this.audit = audit;
        this.json = json;
    }

    UUID take(Wish wish, Mapping mapping, Map<String, ImportFiles.Kept> files) {
        UUID id = UUID.randomUUID();
        jobs.create(id, wish.shop(), wish.name(), wish.kind(), wish.preset(), json.writeValueAsString(mapping), Who.current().name());
        files.forEach((alias, file) -> jobs.add(id, wish.shop(), alias, file));
        Map<String, Object> details = new HashMap<>(Map.of("name", wish.name(), "kind", wish.kind()));
        files.forEach((alias, file) -> details.put("sha256." + alias, file.sha256()));
        audit.record(wish.shop(), "IMPORT_STARTED", "import", id.toString(), details);
        return id;
    }

    @Transactional(readOnly = true)
    ImportJob find(UUID id) {
        return jobs.find(id).filter(job -> Who.current().shops().contains(job.shop()) && ImportKinds.of(Who.current()).contains(job.kind()))
                .orElseThrow(() -> Problem.notFound("import"));
    }

    @Transactional(readOnly = true)
    List<ImportJob> list(Instant before, int limit) {
        return jobs.list(Who.current().shops(), ImportKinds.of(Who.current()), before, limit);
    }

    void cancel(UUID id) {
        ImportJob job = find(id);
        if (jobs.cancel(id) == 0) {
            throw Problem.conflict("imports.over", "导入已结束", "The import is over already");
        }
        audit.record(job.shop(), "IMPORT_CANCELLED", "import", id.toString(), Map.of("done", job.done()));
    }
}
