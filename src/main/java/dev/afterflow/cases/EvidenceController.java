package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence at the browser's door; what it sends out can run nothing and is shown in a page only as our own copy. */
@RestController
@Tag(name = "Evidence")
class EvidenceController {

    private final Evidence evidence;
    private final Reception reception;
    private final EvidenceStore store;

    EvidenceController(Evidence evidence, Reception reception, EvidenceStore store) {
        this.evidence = evidence;
        this.reception = reception;
        this.store = store;
    }

    @PostMapping(path = "/api/cases/{number}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize(CaseController.STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "添加证据 / Adds files to a case, all of them or none: jpg, png, webp, heic, mp4, pdf, txt")
    List<Evidence.Item> add(@PathVariable String number, @RequestParam("file") List<MultipartFile> files) {
        if (files.size() > Evidence.MOST_FILES) {
            throw Problem.invalid("file", "tooMany", "每个工单最多 20 个文件", "At most 20 files a case");
        }
        evidence.demandRoom(number, files.stream().mapToLong(MultipartFile::getSize).sum());
        List<Received> received = new ArrayList<>();
        boolean kept = false;
        try {
            files.forEach(file -> received.add(reception.receive(file)));
            List<Evidence.Item> items = evidence.keep(number, received, Who.current());
            kept = true;
            return items;
        } finally {
            if (!kept) {
                received.forEach(Received::notNeeded);
            }
        }
    }

    @GetMapping("/api/cases/{number}/evidence")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "证据列表 / The files of a case")
    List<Evidence.Item> list(@PathVariable String number) {
        return evidence.list(number);
    }

    @GetMapping("/api/evidence/{id}")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "证据内容 / A file: a picture to be shown, anything else to be saved")
    ResponseEntity<Resource> content(@PathVariable String id) {
        JdbcEvidence.Kept kept = find(id);
        return send(kept, kept.contentKey());
    }

    @GetMapping("/api/evidence/{id}/thumbnail")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "缩略图 / A small copy of a picture; 404 for other files")
    ResponseEntity<Resource> thumbnail(@PathVariable String id) {
        JdbcEvidence.Kept kept = find(id);
        if (kept.thumbnailKey() == null) {
            throw Problem.notFound("thumbnail");
        }
        return send(kept, kept.thumbnailKey());
    }

    private JdbcEvidence.Kept find(String id) {
        try {
            return evidence.find(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw Problem.notFound("evidence");
        }
    }

    private ResponseEntity<Resource> send(JdbcEvidence.Kept kept, String key) {
        Evidence.Item item = kept.item();
        boolean inline = FileKind.INLINE.contains(item.type()) && item.thumbnail();
        ContentDisposition how = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(item.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(item.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString()).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'").header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(store.open(key));
    }
}
