package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit, to be searched, checked and taken along; the lines of the house itself only for who belongs to every shop. */
@RestController
@RequestMapping("/api/audit")
@PreAuthorize("hasAnyRole('ADMIN','DIRECTOR')")
@Tag(name = "audit")
class AuditDesk {

    private static final int LONGEST_PAGE = 200;

    private final AuditSearch search;
    private final AuditVerifier verifier;

    AuditDesk(AuditSearch search, AuditVerifier verifier) {
        this.search = search;
        this.verifier = verifier;
    }

    /** A page; {@code next} is null on the last. */
    record Page(List<AuditSearch.Line> items, String next) {
    }

    /** Whether a chain holds; {@code broken} says where it does not. */
    record Chain(String chain, long lines, boolean sound, String broken) {
    }

    @GetMapping
    @Operation(summary = "操作审计 / Search the audit", description = "Newest first; from is the first moment, until the first one after.")
    Page search(@RequestParam(required = false) String shop, @RequestParam(required = false) String who, @RequestParam(required = false) String action,
            @RequestParam(required = false) String kind, @RequestParam(required = false) String object, @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant until, @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.malformed("limit", "range", "每页 1 到 200 条", "Ask for 1 to 200 a page");
        }
        AuditSearch.Wanted wanted = new AuditSearch.Wanted(shop, who, action, kind, object, from, until);
        List<AuditSearch.Line> lines = search.page(Who.current(), wanted, AuditSearch.Place.read(after), limit + 1);
        boolean more = lines.size() > limit;
        List<AuditSearch.Line> shown = more ? lines.subList(0, limit) : lines;
        return new Page(shown, more ? AuditSearch.Place.of(shown.get(limit - 1)).written() : null);
    }

    @GetMapping("/words")
    @Operation(summary = "审计中的操作名 / What can be searched for", description = "The actions and kinds of objects that occurred.")
    AuditSearch.Words words() {
        return search.words(Who.current());
    }

    @GetMapping("/chains")
    @Operation(summary = "核对审计链 / Check a chain", description = "Recomputes the whole chain of a shop, or of the house (*).")
    Chain chain(@RequestParam String shop) {
        search.demandReadable(Who.current(), shop);
        String broken = verifier.firstBreak(shop).orElse(null);
        return new Chain(shop, search.sealed(shop), broken == null, broken);
    }

    @GetMapping(value = "/export", produces = "text/csv")
    @Operation(summary = "导出审计 / Take the audit along as CSV", description = "At most 50,000 lines, newest first; itself a line of the audit.")
    ResponseEntity<byte[]> export(@RequestParam(required = false) String shop, @RequestParam(required = false) String who,
            @RequestParam(required = false) String action, @RequestParam(required = false) String kind, @RequestParam(required = false) String object,
            @RequestParam(required = false) Instant from, @RequestParam(required = false) Instant until) throws IOException {
        byte[] file = search.csv(Who.current(), new AuditSearch.Wanted(shop, who, action, kind, object, from, until));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("audit.csv").build().toString()).body(file);
    }
}
