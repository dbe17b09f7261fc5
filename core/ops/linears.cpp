#include "core/ops/linears.h"

#include "core/ops/kernel_table.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// The part of a call that is no tensor of the graph.
struct LinearsCall : torch::CustomClassHolder {
    std::vector<LinearTerm> terms;
    LinearContext context;
};

// Where each term's tensors lie in the flat list of the graph's inputs: weight, bias if any, then A and B of each
// branch.
std::vector<at::Tensor> flatInputs(const std::vector<LinearTerm>& terms) {
    std::vector<at::Tensor> list;
    for (const LinearTerm& term : terms) {
        list.push_back(term.weight.weight());
        if (term.weight.bias().defined()) list.push_back(term.weight.bias());
        for (const LowRankBranch& branch : term.branches) {
            list.push_back(branch.A);
            list.push_back(branch.B);
        }
    }
    return list;
}

at::Tensor branchInput(const at::Tensor& x_ND, const LowRankBranch& branch, const LinearTerm& term,
                       const LinearContext& context) {
    return context.training ? dropout(x_ND, branch.dropout, context.dropout, term.module) : x_ND;
}

// scale * strength of each row applied to a [N, r] tensor, in place.
void scaleRows(at::Tensor& t_Nr, const LowRankBranch& branch) {
    t_Nr.mul_(branch.scale);
    if (branch.strength.defined()) t_Nr.mul_(branch.strength.to(t_Nr.scalar_type()).unsqueeze(1));
}

at::Tensor baseProduct(const at::Tensor& x_ND, const LinearWeight& weight, at::ScalarType compute) {
    const at::Tensor bias = weight.bias().defined() ? weight.bias().detach().to(compute) : at::Tensor();
    return weight.storage().product(x_ND, bias);
}

// The gradient of the shared input, summed over terms and branches.
struct DataGradient {
    bool isWanted = false;
    at::Tensor sum;

    void add(const at::Tensor& left, const at::Tensor& right) {
        if (sum.defined())
            sum.addmm_(left, right);
        else
            sum = kernelsFor(left).product(left, right, {});
    }
};

struct Linears : torch::autograd::Function<Linears> {
    static variable_list forward(AutogradContext* ctx, const at::Tensor& x_ND, at::TensorList leaves,
                                 const c10::intrusive_ptr<LinearsCall>& call) {
        const at::ScalarType compute = call->context.compute;
        variable_list results, saved = {x_ND};
        for (const LinearTerm& term : call->terms) {
            at::Tensor y = baseProduct(x_ND, term.weight, compute);
            for (const LowRankBranch& branch : term.branches) {
                const at::Tensor input = branchInput(x_ND, branch, term, call->context);
                at::Tensor t_Nr = at::mm(input, branch.A.detach().to(compute).t());
                scaleRows(t_Nr, branch);
                y.addmm_(t_Nr, branch.B.detach().to(compute).t());
                saved.push_back(t_Nr);
            }
            results.push_back(y);
        }
        ctx->save_for_backward(saved);
        ctx->saved_data["call"] = c10::IValue::make_capsule(call);
        ctx->saved_data["leaves"] = static_cast<std::int64_t>(leaves.size());
        return results;
    }

    static variable_list backward(AutogradContext* ctx, variable_list dy) {
        const auto call = c10::static_intrusive_pointer_cast<LinearsCall>(ctx->saved_data["call"].toCapsule());
        const variable_list saved = ctx->get_saved_variables();
        const at::Tensor& x_ND = saved[0];
        variable_list gradients = {at::Tensor()};
        std::size_t nextSaved = 1;
        DataGradient dx{.isWanted = ctx->needs_input_grad(0)};
        for (std::size_t i = 0; i < call->terms.size(); ++i)
            termBackward(call->terms[i], call->context, x_ND, dy[i], saved, nextSaved, dx, gradients);
        gradients[0] = dx.isWanted && !dx.sum.defined() ? at::zeros_like(x_ND) : dx.sum;
        gradients.emplace_back(); // the call
        return gradients;
    }

    static void termBackward(const LinearTerm& term, const LinearContext& context, const at::Tensor& x_ND,
                             const at::Tensor& dy, const variable_list& saved, std::size_t& nextSaved, DataGradient& dx,
                             variable_list& gradients) {
        const bool isUsed = dy.defined();
        if (isUsed && dx.isWanted) dx.sum = term.weight.storage().addBackProduct(dx.sum, dy);
        const bool isBiasTrained = term.weight.bias().defined() && term.weight.bias().requires_grad();
        gradients.push_back(isUsed && term.weight.isTrainable() ? term.weight.storage().gradient(dy, x_ND)
                                                                : at::Tensor());
        if (term.weight.bias().defined())
            gradients.push_back(isUsed && isBiasTrained ? dy.sum(0, false, at::kFloat) : at::Tensor());
        for (const LowRankBranch& branch : term.branches) {
            const at::Tensor& t_Nr = saved[nextSaved++];
            if (isUsed)
                branchBackward(branch, term, context, x_ND, dy, t_Nr, dx, gradients);
            else
                gradients.insert(gradients.end(), 2, at::Tensor());
        }
    }

    static void branchBackward(const LowRankBranch& branch, const LinearTerm& term, const LinearContext& context,
                               const at::Tensor& x_ND, const at::Tensor& dy, const at::Tensor& t_Nr, DataGradient& dx,
                               variable_list& gradients) {
        at::Tensor dt_Nr = at::mm(dy, branch.B.detach().to(context.compute));
        scaleRows(dt_Nr, branch);
        if (branch.A.requires_grad()) {
            const at::Tensor input = branchInput(x_ND, branch, term, context);
            gradients.push_back(at::mm(dt_Nr.t(), input).to(at::kFloat));
            gradients.push_back(at::mm(dy.t(), t_Nr).to(at::kFloat));
        } else {
            gradients.insert(gradients.end(), 2, at::Tensor());
        }
        if (!dx.isWanted) return;
        const at::Tensor A = branch.A.detach().to(context.compute);
        if (context.training && branch.dropout > 0)
            dx.sum.add_(dropout(at::mm(dt_Nr, A), branch.dropout, context.dropout, term.module));
        else
            dx.add(dt_Nr, A);
    }
};

// Raw loops follow; they read what the shapes promise.
void checkShapes(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms) {
    for (const LinearTerm& term : terms) {
        const std::int64_t in = term.weight.inFeatures(), out = term.weight.outFeatures();
        TORCH_CHECK(x_ND.size(1) == in, "linears: input of width ", x_ND.size(1), ", weight ", out, " x ", in);
        for (const auto& [A, B, scale, dropout, strength] : term.branches)
            TORCH_CHECK(A.size(1) == in && B.size(0) == out && A.size(0) == B.size(1), "linears: A ", A.sizes(),
                        " and B ", B.sizes(), " beside a weight ", out, " x ", in);
    }
}

} // namespace

std::vector<at::Tensor> linears(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                const LinearContext& context) {
    checkShapes(x_ND, terms);
    if (auto results = kernelsFor(x_ND).fewRows(x_ND, terms, context); !results.empty()) return results;
    auto call = c10::make_intrusive<LinearsCall>();
    call->terms = terms;
    call->context = context;
    const std::vector<at::Tensor> leaves = flatInputs(terms);
    return Linears::apply(x_ND.to(context.compute), at::TensorList(leaves), call);
}

} // namespace fettle::ops
