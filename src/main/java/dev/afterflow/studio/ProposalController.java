package dev.afterflow.studio;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.studio.Incoming.Sent;
import dev.afterflow.studio.JdbcProposals.Proposal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Owners propose, other owners release or reject. */
@RestController
@RequestMapping("/api/studio")
@PreAuthorize(StudioController.PUBLISH)
@Tag(name = "studio")
class ProposalController {

    private final Proposals proposals;
    private final SecondPerson second;
    private final Incoming incoming;
    private final Dossiers dossiers;

    ProposalController(Proposals proposals, SecondPerson second, Incoming incoming, Dossiers dossiers) {
        this.proposals = proposals;
        this.second = second;
        this.incoming = incoming;
        this.dossiers = dossiers;
    }

    record RollBack(String file, String hash, String note) {
    }

    record Resolution(List<String> files, Boolean takeSoftware, String note) {
    }

    record Confirmation(Boolean confirmedAgain) {
    }

    record Rejection(String reason) {
    }

    record Released(long release) {
    }

    @PostMapping(path = "/proposals", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出修改 / Propose changed files", description = "Parts: note, files (one or more .bpmn, .dmn, .form), room for files that are new. "
            + "422 tells every finding with file, element, line, rule and remedy, and nothing is kept.")
    Proposals.Filed propose(MultipartHttpServletRequest request) throws IOException {
        Proposals.Filed filed = proposals.propose(incoming.placed(sent(request.getFiles("files")), request.getParameter("room")), "STUDIO",
                request.getParameter("note"), Who.current());
        if (filed.id() == 0) {
            throw Problem.invalid("files", "studio.unchanged", "文件与正在使用的版本完全相同", "The files are the same as those in force");
        }
        return filed;
    }

    @PostMapping("/roll-backs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出退回旧版本 / Propose to go back to an earlier version")
    Proposals.Filed rollBack(@RequestBody RollBack wish) {
        return proposals.rollBack(required("file", wish.file()), required("hash", wish.hash()), wish.note(), Who.current());
    }

    @PostMapping("/resolutions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "处理与软件新版本的冲突 / Propose an answer to conflicts with the software's versions")
    Proposals.Filed resolve(@RequestBody Resolution wish) {
        if (wish.takeSoftware() == null || wish.files() == null) {
            throw Problem.invalid("takeSoftware", "required", "请选择保留我们的版本还是采用软件的版本", "Say whether to keep ours or take the software's");
        }
        return proposals.resolve(wish.files(), wish.takeSoftware(), wish.note(), Who.current());
    }

    @GetMapping("/proposals")
    @PreAuthorize(StudioController.READ)
    @Operation(summary = "方案列表 / Proposals, newest first")
    Dossiers.Page<Proposal> list(@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) Long after, @RequestParam(defaultValue = "50") int limit) {
        return dossiers.proposals(open, after, limit);
    }

    @GetMapping("/proposals/{id}")
    @PreAuthorize(StudioController.READ)
    @Operation(summary = "一个方案的差异和影响 / A proposal: its difference in words and what it touches")
    Dossiers.Proposed one(@PathVariable String id) {
        return dossiers.proposal(Dossiers.number(id, "proposal"));
    }

    @PostMapping("/proposals/{id}/release")
    @Operation(summary = "发布 / Release what another owner proposed", description = "The whole rule book becomes one deployment; running cases keep theirs.")
    Released release(@PathVariable String id, @RequestBody Confirmation confirmation) {
        Who.demandFreshCode();
        return new Released(second.release(Dossiers.number(id, "proposal"), Boolean.TRUE.equals(confirmation.confirmedAgain()), Who.current()));
    }

    @PostMapping("/proposals/{id}/reject")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "否决 / Reject with a reason")
    void reject(@PathVariable String id, @RequestBody Rejection rejection) {
        second.reject(Dossiers.number(id, "proposal"), rejection.reason(), Who.current());
    }

    @PostMapping("/proposals/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤回 / Withdraw my own proposal")
    void withdraw(@PathVariable String id) {
        second.withdraw(Dossiers.number(id, "proposal"), Who.current());
    }

    static List<Sent> sent(List<MultipartFile> files) throws IOException {
        List<Sent> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            sent.add(new Sent(file.getOriginalFilename(), file.getBytes()));
        }
        return sent;
    }

    private static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "required", "请填写", "Fill this in");
        }
        return value;
    }
}
