package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Imports for the web app: order one, look ahead, watch, cancel, fetch what was refused. */
@RestController
@RequestMapping("/api/imports")
@PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'FINANCE', 'OWNER', 'MANAGER', 'ADMIN')")
class ImportController {

    private static final int LONGEST_WISH = 256 << 10;
    private final ImportDesk desk;
    private final JdbcImports jobs;
    private final ImportNews news;
    private final Presets presets;
    private final Uploads uploads;
    private final ImportFiles files;
    private final ImportPreview preview;
    private final Sorting sorting;
    private final Shops shops;
    private final JsonMapper json;

    ImportController(ImportDesk desk, JdbcImports jobs, ImportNews news, Presets presets, Uploads uploads, ImportFiles files,
                     ImportPreview preview, Sorting sorting, Shops shops, JsonMapper json) {
        this.desk = desk;
        this.jobs = jobs;
        this.news = news;
        this.presets = presets;
        this.uploads = uploads;
        this.files = files;
        this.preview = preview;
        this.sorting = sorting;
        this.shops = shops;
        this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, UUID> order(MultipartHttpServletRequest request) throws IOException {
        ImportDesk.Wish wish = wish(request);
        Mapping mapping = presets.mapping(wish.preset(), wish.mapping(), wish.name());
        Map<String, ImportFiles.Kept> kept = uploads.keep(request, wish.files(), mapping);
        UUID id = taken(wish, mapping, kept);
        news.tell(id);
        return Map.of("id", id);
    }

    private UUID taken(ImportDesk.Wish wish, Mapping mapping, Map<String, ImportFiles.Kept> kept) {
        try {
            return desk.take(wish, mapping, kept);
        } catch (RuntimeException e) {
            kept.values().forEach(file -> files.drop(file.stored()));
            throw e;
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportPreview.Shown preview(MultipartHttpServletRequest request, Locale locale) throws IOException {
        ImportDesk.Wish wish = wish(request);
        Shop shop = shops.reachable(wish.shop());
        Mapping mapping = presets.mapping(wish.preset(), wish.mapping(), wish.name());
        Map<String, ImportFiles.Kept> kept = uploads.keep(request, wish.files(), mapping);
        try {
            return preview.show(shop, wish.kind(), mapping, kept, locale.getLanguage());
        } finally {
            kept.values().forEach(file -> files.drop(file.stored()));
        }
    }

    @GetMapping
    Page list(@RequestParam(required = false) Instant after, @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.max(1, Math.min(200, limit));
        List<ImportJob> items = desk.list(after == null ? Instant.parse("9999-01-01T00:00:00Z") : after, rows);
        return new Page(items, items.size() < rows ? null : items.get(rows - 1).createdAt());
    }

    @GetMapping("/presets")
    List<Presets.Preset> presets() {
        return presets.all();
    }

    @GetMapping("/{id}")
    ImportJob find(@PathVariable UUID id) {
        return desk.find(id);
    }

    @PostMapping("/{id}/cancel")
    ImportJob cancel(@PathVariable UUID id) {
        desk.cancel(id);
        news.tell(id);
        return desk.find(id);
    }

    @GetMapping(path = "/{id}/errors", produces = "text/csv")
    @Transactional(readOnly = true)
    void errors(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        desk.find(id);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id + "-errors.csv\"");
        try (Stream<JdbcImports.Refused> rows = jobs.refused(id);
             Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            new ErrorFile(json).write(rows, locale.getLanguage(), out);
        }
    }

    /** The part {@code job}, sent as a field or as a file of type JSON. */
    private ImportDesk.Wish wish(MultipartHttpServletRequest request) throws IOException {
        MultipartFile part = request.getFile("job");
        if (part != null && part.getSize() > LONGEST_WISH) {
            throw Problem.tooLarge(LONGEST_WISH);
        }
        String text = part == null ? request.getParameter("job") : new String(part.getBytes(), StandardCharsets.UTF_8);
        if (text == null) {
            throw Problem.malformed("job", "required", "缺少 job 部分", "The part 'job' is missing");
        }
        try {
            return checked(json.readValue(text, ImportDesk.Wish.class));
        } catch (JacksonException e) {
            throw Problem.malformed("job", "json", "job 不是有效的 JSON:" + e.getOriginalMessage(),
                    "The part 'job' cannot be read: " + e.getOriginalMessage());
        }
    }

    private ImportDesk.Wish checked(ImportDesk.Wish wish) {
        if (wish.shop() == null || !Who.current().shops().contains(wish.shop())) {
            throw Problem.notFound("shop");
        }
        String kind = wish.kind() == null && wish.preset() != null ? presets.find(wish.preset()).kind() : wish.kind();
        if (kind == null || !sorting.all().containsKey(kind)) {
            throw Problem.invalid("kind", "unknown", "没有这种数据", "There is no such kind");
        }
        if (!ImportKinds.byPeople(kind)) {
            throw Problem.invalid("kind", "machineOnly", "此类数据会引发退款或结案，只能由系统用密钥推送", "Money follows from this kind; only machines with a key bring it");
        }
        if (!ImportKinds.of(Who.current()).contains(kind)) {
            throw Problem.forbidden("imports.notYours", "承运商赔款流水由财务、主管或经理导入，其他数据由组长、流程负责人等导入",
                    "Carriers' statements are brought by finance, supervisors and managers; other data by leads, owners and administrators");
        }
        String name = wish.name() == null || wish.name().isBlank() ? kind : wish.name().strip();
        if (name.length() > 200 || Faults.unstorable(name)) {
            throw Problem.invalid("name", "tooLong", "名称最多 200 个字符", "A name has at most 200 characters");
        }
        return new ImportDesk.Wish(name, wish.shop(), kind, wish.preset(), wish.mapping(), wish.files());
    }

    record Page(List<ImportJob> items, Instant next) {
    }
}
