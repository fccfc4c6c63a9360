package dev.afterflow.reviews;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A case's review at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}/review")
@Tag(name = "Reviews")
class ReviewController {

    private final ReviewFolder folder;
    private final ReviewComplaining complaining;
    private final ReviewPack pack;
    private final NegativeReviewProcess process;
    private final Cases cases;

    ReviewController(ReviewFolder folder, ReviewComplaining complaining, ReviewPack pack, NegativeReviewProcess process, Cases cases) {
        this.folder = folder;
        this.complaining = complaining;
        this.pack = pack;
        this.process = process;
        this.cases = cases;
    }

    /** What the platform decided about our complaint: UPHELD or REJECTED, and its reason. */
    record Told(String verdict, String words) {
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')")
    @Operation(summary = "评价、原因、回复和投诉 / The review, its cause, our reply and complaints")
    ReviewFolder.View show(@PathVariable String number) {
        return folder.open(number);
    }

    @GetMapping(path = "/complaints/{n}.zip", produces = "application/zip")
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','LEGAL','MANAGER')")
    @Operation(summary = "投诉证据包 ZIP / The evidence of a complaint as a ZIP: a PDF, its proof, what was frozen, and a manifest of hashes")
    ResponseEntity<byte[]> pack(@PathVariable String number, @PathVariable String n) {
        String caseNumber = cases.find(number).number();
        byte[] zip = pack.zip(caseNumber, n.matches("\\d{1,4}") ? Integer.parseInt(n) : 0);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip")).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("complaint-" + n + ".zip").build().toString()).header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "no-store").body(zip);
    }

    @PostMapping("/verdict")
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','LEGAL','MANAGER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "登记平台对投诉的结论 / Types in what the platform decided about our complaint; the same again changes nothing",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"verdict":"UPHELD","words":"评价内容已隐藏"}"""))))
    void verdict(@PathVariable String number, @RequestBody Told told) {
        if (!"UPHELD".equals(told.verdict()) && !"REJECTED".equals(told.verdict())) {
            throw Problem.invalid("verdict", "values", "请填写 UPHELD 或 REJECTED", "Give UPHELD or REJECTED");
        }
        String caseNumber = cases.find(number).number();
        process.verdict(complaining.latest(caseNumber).number(), caseNumber, told.verdict(), told.words() == null ? "" : told.words());
    }
}
