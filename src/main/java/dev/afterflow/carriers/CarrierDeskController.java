package dev.afterflow.carriers;

import dev.afterflow.security.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests to carriers at the browser's door. */
@RestController
@RequestMapping("/api/carrier-requests")
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE')")
@Tag(name = "Carriers")
class CarrierDeskController {

    private static final Map<String, List<String>> LISTS = Map.of("file", List.of("BY_HAND"), "check", List.of("CHECK"), "read", List.of("SENT"), "waiting", List.of("NEW", "SENDING", "SENT"));

    private final CarrierDesk desk;
    private final CarrierShelf shelf;

    CarrierDeskController(CarrierDesk desk, CarrierShelf shelf) {
        this.desk = desk;
        this.shelf = shelf;
    }

    record Page(List<JdbcCarrierRequests.Row> items, String next) {
    }

    record Filed(String reference) {
    }

    @GetMapping
    @Operation(summary = "承运商请求 / Requests to carriers", description = "list: file (a person files it), check (nobody knows whether it came), read (the carrier wrote), waiting. Oldest first.")
    Page list(@RequestParam(defaultValue = "file") String list, @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") int limit) {
        if (!LISTS.containsKey(list)) {
            throw Problem.malformed("list", "value", "可用的值：file、check、read、waiting", "Use one of: file, check, read, waiting");
        }
        int rows = Math.max(1, Math.min(100, limit));
        List<JdbcCarrierRequests.Row> items = shelf.page(LISTS.get(list), list.equals("read"), after, rows);
        return new Page(items, items.size() < rows ? null : items.get(rows - 1).number());
    }

    @GetMapping("/{number}")
    @Operation(summary = "一条请求 / One request", description = "With its words to paste, its papers and what was answered.")
    CarrierDesk.Shown show(@PathVariable String number) {
        return desk.show(number);
    }

    @GetMapping("/{number}/papers/{sha256}")
    @Operation(summary = "附件 / A paper of the request")
    ResponseEntity<byte[]> paper(@PathVariable String number, @PathVariable String sha256) {
        Papers.Paper paper = desk.paper(number, sha256);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(paper.name(), StandardCharsets.UTF_8).build().toString()).body(paper.content());
    }

    @PostMapping("/{number}/filed")
    @Operation(summary = "已提交 / A person filed it by hand, or found it filed")
    CarrierDesk.Shown filed(@PathVariable String number, @RequestBody Filed filed) {
        return desk.filed(number, filed.reference());
    }

    @PostMapping("/{number}/send-again")
    @Operation(summary = "重新发送 / A person looked and it did not come")
    CarrierDesk.Shown sendAgain(@PathVariable String number) {
        return desk.sendAgain(number);
    }

    @PostMapping("/{number}/answer")
    @Operation(summary = "录入答复 / Type in what the carrier answered")
    CarrierDesk.Shown answer(@PathVariable String number, @RequestBody CarrierDesk.Typed typed) {
        return desk.answer(number, typed);
    }
}
