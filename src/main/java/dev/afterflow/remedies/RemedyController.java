package dev.afterflow.remedies;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Liability and remedies of a case at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Remedies")
class RemedyController {

    private static final int LONGEST_NOTE = 1000;

    private final RemedyFolder folder;
    private final Remedies remedies;

    RemedyController(RemedyFolder folder, Remedies remedies) {
        this.folder = folder;
        this.remedies = remedies;
    }

    /** What the buyer said on the phone; the channel is told for the audit. */
    record Told(String code, String channel, String note) {
    }

    @GetMapping("/remedies")
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')")
    @Operation(summary = "责任、可选方案和报价 / Who is liable, what may be offered at what cost, and what was")
    RemedyView show(@PathVariable String number) {
        return folder.open(number);
    }

    @PostMapping("/offer/choice")
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','MANAGER')")
    @Operation(summary = "电话选择 / Records what the buyer chose on the phone, once while the offer is open")
    RemedyView choose(@PathVariable String number, @RequestBody Told told) {
        folder.open(number);
        if (told.code() == null || !"PHONE".equals(told.channel())) {
            throw Problem.invalid(told.code() == null ? "code" : "channel", "required", "请选择方案，渠道为 PHONE", "Choose an option; the channel is PHONE");
        }
        if (told.note() == null || told.note().isBlank() || told.note().length() > LONGEST_NOTE || told.note().indexOf('\0') >= 0) {
            throw Problem.invalid("note", "length", "请写明通话情况，最多 1000 字", "Say how the call went, in at most 1000 characters");
        }
        remedies.chooseByPhone(number, told.code(), told.note().strip(), Who.current());
        return folder.open(number);
    }
}
